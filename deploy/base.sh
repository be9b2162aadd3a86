# What every script here begins with.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }
is_root() { [ "$(id -u)" = 0 ]; }

# 24 letters and digits without look-alikes: about 139 bits.
random_password() {
  LC_ALL=C tr -dc 'a-km-zA-HJ-NP-Z2-9' < <(head -c 4096 /dev/urandom) | head -c 24
}
