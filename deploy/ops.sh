# Shared by the scripts that look after an installation: settings, accounts, PostgreSQL, what is noted about each run.
# The caller sets $tools (the folder of these scripts) before it reads this file.
# shellcheck shell=bash disable=SC2154,SC2034

etc=${PANTRY_ETC:-/etc/ajs-pantry}
root=${PANTRY_ROOT:-/srv/ajs-pantry}
state=${PANTRY_STATE:-/var/lib/ajs-pantry}
backups=${PANTRY_BACKUPS:-$state/backups}
keys=${PANTRY_KEYS-$etc/keys.pem}

# shellcheck source=deploy/base.sh
. "$tools/base.sh"
warn() { printf '%s\n' "$*" >&2; }

# as_account ACCOUNT FILE COMMAND...  With the settings of $etc/FILE; root steps down to the account. The settings go through
# the environment, because arguments are for everybody to read in the process list.
as_account() (
  account=$1 file=$etc/$2
  shift 2
  if [ -r "$file" ]; then
    set -a
    # shellcheck source=/dev/null
    . "$file"
    set +a
  fi
  # From / because the account may not enter the folder we were called in.
  cd /
  if is_root && id "$account" >/dev/null 2>&1; then
    # Nor may it enter a clone in /root; there are copies for it.
    program=/usr/local/lib/ajs-pantry/${1##*/}
    if [ ! -x "$program" ]; then program=$1; fi
    exec runuser -u "$account" -- "$program" "${@:2}"
  fi
  exec "$@"
)

# render FILE NAME=VALUE...  The template with each @NAME@ replaced by its value.
render() {
  local text pair
  text=$(cat "$1")
  shift
  for pair in "$@"; do text=${text//"@${pair%%=*}@"/${pair#*=}}; done
  printf '%s\n' "$text"
}

# Tab-separated, stops at the first mistake. The session says who it is in pg_stat_activity.
sql() { PGAPPNAME=${0##*/} PGCONNECT_TIMEOUT=15 psql -X -q -A -t -w -F $'\t' -v ON_ERROR_STOP=1 "$@"; }

# on_loopback HOST  Sockets and the machine itself; everything else needs TLS.
on_loopback() {
  case $1 in '' | /* | localhost | 127.* | ::1) ;; *) return 1 ;; esac
}

# A password and people's data must not cross a network in the clear, nor reach whoever answers in the server's place.
need_tls() {
  if ! on_loopback "${PGHOST:-}" && [ "${PGSSLMODE:-}" != verify-full ]; then
    die "$PGHOST is another machine: set PGSSLMODE=verify-full, and PGSSLROOTCERT to the file of the authority that signed its certificate."
  fi
}

# note_run KIND SUCCEEDED DETAIL STARTED [BYTES]  What the operators' page shows and the alerts look at. That it cannot be written
# must not turn a good backup into a failed one: the page then shows it as too old, which is what somebody should look into.
note_run() {
  sql -v kind="$1" -v good="$2" -v detail="${3:0:500}" -v started="$4" -v bytes="${5:-}" -v node="$(uname -n)" >/dev/null 2>&1 <<'SQL' \
    || warn "The run could not be noted in maintenance_runs."
INSERT INTO maintenance_runs (kind, node, started_at, finished_at, succeeded, detail, bytes)
VALUES (:'kind', :'node', to_timestamp(:started), now(), :'good', :'detail', nullif(:'bytes', '')::bigint);
SQL
}
