# What every script here begins with.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }
is_root() { [ "$(id -u)" = 0 ]; }

# 24 letters and digits without look-alikes: about 139 bits.
random_password() {
  LC_ALL=C tr -dc 'a-km-zA-HJ-NP-Z2-9' < <(head -c 4096 /dev/urandom) | head -c 24
}

# make_keys FILE  The certificate that seals the application's keys, with its private key. It proves nothing to anybody and never runs out.
make_keys() (
  umask 077
  { openssl req -x509 -newkey rsa:3072 -noenc -days 36500 -subj "/CN=AJS Pantry keys" -keyout "$1.key" -out "$1.crt" 2>/dev/null \
    && cat "$1.crt" "$1.key" >"$1.new" && mv -T "$1.new" "$1"; } || { rm -f "$1.key" "$1.crt" "$1.new"; die "openssl made no certificate for $1."; }
  rm "$1.key" "$1.crt"
)
