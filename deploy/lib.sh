# Shared by deploy/run and deploy/test: install what is missing, keep a private PostgreSQL, start and stop processes.
# The caller sets $project (the folder of the clone) before it reads this file.
# shellcheck shell=bash disable=SC2154,SC2034

state=$project/.local            # everything a run leaves behind: passwords, logs, and (usually) the cluster
pg_oldest=14                     # roles.sql gives pg_read_all_data, which came with 14
pg_user=                         # the account PostgreSQL runs as; found by find_cluster_home
pg_home=                         # folder of our clusters; found by find_cluster_home
pg_bin=                          # folder of initdb and pg_ctl
group=                           # process group of the step or server that runs now

# A stray PGHOST or PGSERVICE of the caller must not send our statements to another server.
unset "${!PG@}"

# Build servers would outlive the script and hold its files open.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# shellcheck source=deploy/base.sh
. "$(dirname "${BASH_SOURCE[0]}")/base.sh"

# ---- what the machine must have -----------------------------------------------------------------------------------

# Sets pg_bin to the newest PostgreSQL server here; fails when there is none. Root also needs the account "postgres"
# that the package makes, because PostgreSQL refuses to run as root.
find_postgres() {
  local dir
  pg_bin=
  if is_root && ! id postgres >/dev/null 2>&1; then return 1; fi
  while read -r dir; do
    if [ -x "$dir/initdb" ] && [ -x "$dir/psql" ]; then pg_bin=$dir; fi
  done < <(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V)
  if [ -z "$pg_bin" ] && dir=$(command -v initdb); then
    dir=$(dirname "$(readlink -f "$dir")")
    if [ -x "$dir/psql" ]; then pg_bin=$dir; fi
  fi
  [ -n "$pg_bin" ]
}

# Sets PANTRY_CHROMIUM, to the one without a window first: it does the same in half the time. A browser counts only when it starts: on
# Ubuntu "chromium-browser" may be a mere hint to install a snap.
find_chromium() {
  local name
  for name in "${PANTRY_CHROMIUM:-}" chromium-headless-shell chromium google-chrome google-chrome-stable chromium-browser; do
    if [ -n "$name" ] && name=$(command -v "$name") && "$name" --version >/dev/null 2>&1 </dev/null; then
      export PANTRY_CHROMIUM=$name
      return 0
    fi
  done
  return 1
}

find_node() { command -v node >/dev/null && command -v npm >/dev/null; }
find_wrk() { command -v wrk >/dev/null; }
find_nginx() { PATH=$PATH:/usr/sbin; command -v nginx >/dev/null; }
find_openssl() { command -v openssl >/dev/null; }
find_curl() { command -v curl >/dev/null; }
find_python() { command -v python3 >/dev/null; }
find_cc() { command -v cc >/dev/null; }
find_age() { command -v age >/dev/null && command -v age-keygen >/dev/null; }
find_poppler() { command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null; }

# require NAME...  Each NAME has a find_NAME above. Installs the missing ones through apt or says in one line what is missing.
require() {
  local name missing=() packages=() line
  command -v dotnet >/dev/null || die "Missing: the .NET SDK (version: see global.json)."
  for name in "$@"; do
    "find_$name" && continue
    case $name in
      postgres) missing+=("PostgreSQL server"); packages+=(postgresql) ;;
      node)     missing+=("Node.js with npm");  packages+=(npm); command -v node >/dev/null || packages+=(nodejs) ;;
      chromium) missing+=("Chromium");          packages+=(chromium) ;;
      poppler)  missing+=("poppler-utils");     packages+=(poppler-utils) ;;
      python)   missing+=("Python 3");          packages+=(python3) ;;
      cc)       missing+=("a C compiler");      packages+=(gcc libc6-dev) ;;
      wrk | nginx | openssl | curl) missing+=("$name"); packages+=("$name") ;;
      age)      missing+=("age");               packages+=(age) ;;
    esac
  done
  if [ ${#missing[@]} -gt 0 ]; then
    printf -v line '%s, ' "${missing[@]}"
    install_packages "Missing: ${line%, } (install as root: apt-get install ${packages[*]})." "${packages[@]}"
    for name in "$@"; do
      "find_$name" || die "Missing: $name, although its package is installed."
    done
  fi
  # Asked only now: the SDK needs libicu, which PostgreSQL's package brings along.
  (cd "$project" && dotnet --version >/dev/null 2>&1) || die "Missing: the .NET SDK that global.json asks for ($(dotnet --version 2>&1 | head -n 1))."
}

# install_packages COMPLAINT PACKAGE...
install_packages() {
  local complaint=$1 sudo=()
  shift
  command -v apt-get >/dev/null || die "$complaint"
  if ! is_root; then
    # Without a terminal sudo must not ask for a password: nobody would answer.
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }; then
      sudo=(sudo)
    else
      die "$complaint"
    fi
  fi
  say "Installing: $*"
  # shellcheck disable=SC2024  # the log belongs to the caller, not to root
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 LC_ALL=C.UTF-8 \
    bash -c "$(declare -f install_as_root); install_as_root \"\$@\"" bash "$@" </dev/null >"$state/install.log" 2>&1 \
    || { tail -n 5 "$state/install.log" >&2; die "$complaint Log: $state/install.log"; }
}

install_as_root() {
  local get=(apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends)
  local conf=/etc/postgresql-common/createcluster.conf
  apt-get -o DPkg::Lock::Timeout=300 update || return 1
  # Without a window where Debian has that: a quarter of the size. Asked only now: a fresh machine knows no package before the update.
  if apt-cache show chromium-headless-shell >/dev/null 2>&1; then
    set -- "${@/%chromium/chromium-headless-shell}"
  fi
  case " $* " in *' postgresql '*)
    # Debian's package makes and starts a cluster on port 5432 unless told not to, and asks at installation.
    "${get[@]}" postgresql-common || return 1
    if ! grep -Eq '^[[:space:]]*create_main_cluster[[:space:]]*=[[:space:]]*false' "$conf"; then
      printf '\n%s\n' 'create_main_cluster = false' >>"$conf" || return 1
    fi
  esac
  "${get[@]}" "$@"
}

# ---- processes ----------------------------------------------------------------------------------------------------

# start_group COMMAND...  Starts it in the background as a process group of its own, so that it can be stopped with all
# its children. Fd 9 is the caller's lock: a child that kept it would hold the lock after a kill -9 of the script.
start_group() {
  setsid "$@" </dev/null 9>&- &
  group=$!
}

# step COMMAND...  Like calling it, but a signal to the script is answered at once and not when the command ends.
step() {
  local status=0
  start_group "$@"
  wait "$group" || status=$?
  group=
  return "$status"
}

# A dead process nobody has waited for yet (state Z) does not count: in a container that may take for ever. Some process or
# other ends while they are listed; that is no answer.
group_lives() {
  { cat /proc/[0-9]*/stat 2>/dev/null || true; } | sed 's/.*) //' | awk -v group="$1" '$3 == group && $1 != "Z" { found = 1 } END { exit !found }'
}

stop_group() {
  local i
  [ -n "$1" ] || return 0
  kill -TERM -- "-$1" 2>/dev/null || return 0
  for ((i = 0; i < 100; i++)); do
    group_lives "$1" || return 0
    sleep 0.1
  done
  kill -KILL -- "-$1" 2>/dev/null || true
}

# runs_with PID ARGUMENT  Is the process alive, with exactly this argument? Tells ours from a stranger with a reused pid.
runs_with() {
  { tr '\0' '\n' <"/proc/$1/cmdline"; } 2>/dev/null | grep -Fqx -- "$2"
}

# Socket inode of whoever listens on the TCP port; empty when nobody does.
listener() {
  local hex
  printf -v hex '%04X' "$1"
  awk -v port="$hex" '$4 == "0A" && $2 ~ ":" port "$" { print $10; exit }' /proc/net/tcp /proc/net/tcp6 2>/dev/null || true
}

# Who listens on the port, for people: "pid 12 (nginx -g daemon off;)".
holder() {
  local inode pid
  inode=$(listener "$1")
  pid=$(find /proc/[0-9]*/fd -maxdepth 1 -lname "socket:\[$inode\]" 2>/dev/null | head -n 1 | cut -d / -f 3) || true
  if [ -n "$pid" ]; then
    say "pid $pid ($(tr '\0' ' ' <"/proc/$pid/cmdline" | sed 's/ *$//' | cut -c 1-200))"
  else
    say "a process of another user"
  fi
}

# Below the range the kernel hands out for outgoing connections, so that nothing takes the port while we are down.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 10000))
    if [ -z "$(listener "$port")" ]; then say "$port"; return; fi
  done
}

# http_status PORT PATH  The status code, or nothing. Bash alone: a fresh machine has no curl.
http_status() (
  code=
  { exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3 && read -r -t 10 _ code _ <&3; } 2>/dev/null
  say "$code"
)

# ---- passwords ----------------------------------------------------------------------------------------------------

make_state() {
  mkdir -p "$state" 2>/dev/null || die "Cannot write to $project: it belongs to $(stat -c %U "$project")."
  if ! is_root && [ ! -O "$state" ]; then die "$state belongs to $(stat -c %U "$state"): run as $(stat -c %U "$state")."; fi
  chmod 711 "$state"             # PostgreSQL's account must get through to the cluster, but not list what is beside it
}

# write_private FILE  Standard input to a file only we can read, whole or not at all.
write_private() {
  rm -f "$1.new"
  (umask 077 && cat >"$1.new")
  mv "$1.new" "$1"
}

# ---- the private PostgreSQL cluster -------------------------------------------------------------------------------

# As the account of the cluster; from / because that account may not enter our working folder.
as_pg() {
  if [ "$pg_user" = "$(id -un)" ]; then
    (cd / && LC_ALL=C.UTF-8 "$@" 9>&-)
  else
    (cd / && LC_ALL=C.UTF-8 runuser -u "$pg_user" -- "$@" 9>&-)
  fi
}

# Sets pg_user and pg_home. Normally .local/postgres; where root keeps the clone in a folder that PostgreSQL's account
# cannot enter (/root), a folder under /var/lib named after the clone's path.
find_cluster_home() {
  local earlier hash
  pg_home=$state/postgres
  if ! is_root; then
    pg_user=$(id -un)
  elif [ -d "$pg_home" ] && [ "$(stat -c %u "$pg_home")" != 0 ]; then
    pg_user=$(stat -c %U "$pg_home")   # made in an earlier run as an ordinary user
  else
    pg_user=postgres
  fi
  if ! as_pg test -x "$state"; then
    hash=$(printf %s "$project" | sha256sum)
    pg_home=/var/lib/ajs-pantry/${hash:0:16}
    mkdir -p /var/lib/ajs-pantry
    chmod 755 /var/lib/ajs-pantry
  fi
  mkdir -p "$pg_home"
  if is_root; then chown "$pg_user": "$pg_home"; fi
  [ "$(stat -c %U "$pg_home")" = "$pg_user" ] \
    || die "The database in $pg_home belongs to $(stat -c %U "$pg_home"): run as root."
  chmod 700 "$pg_home"
  earlier=$(cat "$state/cluster" 2>/dev/null || true)
  if [ -n "$earlier" ] && [ "$earlier" != "$pg_home" ]; then
    say "The folder was moved: starting with a new database. The earlier one is in $earlier."
  fi
  say "$pg_home" >"$state/cluster"
}

# Processes that live in a data folder: the server and its children, whatever the pid file says. Asked as the
# cluster's account, because root inside a container may not look at other users' processes.
pids_in() {
  local proc cwd
  while read -r proc cwd; do
    if [ "$cwd" = "$1" ]; then basename "$(dirname "$proc")"; fi
  done < <(as_pg find /proc/[0-9]*/cwd -maxdepth 0 -printf '%p %l\n' 2>/dev/null)
}

# stop_cluster DATA  Also ends what an earlier, killed run left behind, and removes its stale pid file.
stop_cluster() {
  local data=$1 pids signal i
  pids=$(pids_in "$data")
  for signal in INT QUIT KILL; do
    [ -n "$pids" ] || break
    # The server alone is told to end; its children follow. Only without a server are they told themselves.
    i=$(as_pg head -n 1 "$data/postmaster.pid" 2>/dev/null || true)
    if [ "$signal" = KILL ] || ! grep -qx "${i:-none}" <<<"$pids"; then i=$pids; fi
    # The shell's own kill: a minimal machine has no other.
    # shellcheck disable=SC2086  # one pid a word
    as_pg sh -c "kill \"\$@\"" sh "-$signal" $i 2>/dev/null || true
    for ((i = 0; i < 100; i++)); do
      pids=$(pids_in "$data")
      [ -n "$pids" ] || break
      sleep 0.1
    done
  done
  as_pg rm -f "$data/postmaster.pid"
}

# make_cluster DATA PASSWORD [OPTION...]  A new cluster whose superuser is "postgres"; whole or not at all.
make_cluster() {
  local data=$1 password=$2
  shift 2
  as_pg rm -rf "$data.new" "$data.password"
  as_pg sh -c "umask 077 && cat >\"\$1\"" sh "$data.password" <<<"$password"
  as_pg "$pg_bin/initdb" -D "$data.new" --username=postgres --pwfile="$data.password" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C.UTF-8 "$@" >"$state/initdb.log" 2>&1 \
    || { tail -n 5 "$state/initdb.log" >&2; die "PostgreSQL could not make a cluster in $data."; }
  as_pg rm -f "$data.password"
  as_pg mv -T "$data.new" "$data"
}

# start_cluster DATA PORT LOG [OPTION...]  Loopback only and no unix socket: a socket in a shared folder could clash with
# the system's PostgreSQL and would be left behind by a crash.
start_cluster() {
  local data=$1 port=$2 log=$3
  shift 3
  as_pg "$pg_bin/pg_ctl" start -w -t 120 -s -D "$data" -l "$log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC -c log_timezone=UTC $*" \
    </dev/null >/dev/null 2>&1
}

# ---- the application's tables -------------------------------------------------------------------------------------

# What to do about a private database of an earlier version.
begin_anew="The database was made by an earlier version that this one cannot take over: ./deploy/run --reset starts with a new one, and everything in the old one is lost."

# migrate DLL OWNER [ADVICE]  Brings the database up to date, as its owner. One whose history is not this version's stays
# as it is, and ADVICE (or what the application says) is all that is said.
migrate() {
  local status=0 log=$state/migrate.log
  say "Migrating the database ..."
  step env "ConnectionStrings__Owner=$2" dotnet "$1" migrate >"$log" 2>&1 || status=$?
  [ "$status" != 3 ] || die "${3:-$(tail -n 1 "$log")}"
  [ "$status" = 0 ] || { tail -n 30 "$log" >&2; die "Failed: Migrating the database. Log: $log"; }
}
