# Shared by deploy/cluster, deploy/bench and deploy/rehearse: two PostgreSQL servers, nodes of the published application and
# nginx, on loopback only. Every function starts or stops one part. The caller has read deploy/lib.sh.
# shellcheck shell=bash disable=SC2154,SC2034

lab=                             # folder of what this installation leaves behind, inside .local
declare -A node_group=()         # process group of each node that runs
nginx_group=
primary=a                        # which server takes writes: a or b

# make_lab NAME  Folder, passwords and ports. One script at a time works in it.
make_lab() {
  lab=$state/lab/$1
  mkdir -p "$lab"
  chmod 711 "$lab"
  exec 9>>"$lab/lock"
  flock -n 9 || die "Already running from this folder: deploy/$1."
  find_cluster_home
  version=$("$pg_bin/initdb" --version | grep -o '[0-9]*' | head -n 1)
  [ "$version" -ge "$pg_oldest" ] || die "Missing: PostgreSQL $pg_oldest or newer (here is $version)."
  if [ ! -s "$lab/passwords" ]; then
    for role in postgres replicator pantry_owner pantry_app pantry_ops people; do say "$role=$(random_password)"; done | write_private "$lab/passwords"
  fi
  [ -s "$lab/keys.pem" ] || make_keys "$lab/keys.pem"
  local name
  for name in a b node1 node2 https http mail; do ports[$name]=$(free_port); done
}
declare -A ports=()

secret() { sed -n "s/^$1=//p" "$lab/passwords"; }
declare -A data_dir=()           # of servers whose data is not in the usual place
data_of() { say "${data_dir[$1]:-$pg_home/$(basename "$lab")-$1}"; }
log_of() { say "$pg_home/$(basename "$lab")-$1.log"; }
other_server() { case $primary in a) say b ;; b) say a ;; *) say none ;; esac; }

# sql [OPTION...]  psql as superuser of the primary's database.
sql() {
  PGPASSWORD=$(secret postgres) PGCONNECT_TIMEOUT=10 "$pg_bin/psql" -X -q -w -At -v ON_ERROR_STOP=1 \
    -h 127.0.0.1 -p "${ports[$primary]}" -U postgres -d "${database:-pantry}" "$@"
}

# ---- PostgreSQL ---------------------------------------------------------------------------------------------------

# start_server a|b [OPTION...]  Its port is this run's; the standby is told where the primary is.
start_server() {
  local name=$1
  shift
  start_cluster "$(data_of "$name")" "${ports[$name]}" "$(log_of "$name")" "$@" \
    || { as_pg tail -n 5 "$(log_of "$name")" >&2; die "PostgreSQL did not start. Log: $(log_of "$name")"; }
}

# kill_server a|b  As a power cut would: no child writes another byte.
kill_server() {
  local pids
  pids=$(pids_in "$(data_of "$1")")
  # shellcheck disable=SC2086  # one pid a word
  if [ -n "$pids" ]; then as_pg sh -c "kill -9 \"\$@\"" sh $pids 2>/dev/null || true; fi
  while [ -n "$(pids_in "$(data_of "$1")")" ]; do sleep 0.1; done
}

# silence_server a|b  As a cut network would: connections are taken and nothing is answered.
silence_server() {
  # shellcheck disable=SC2046  # one pid a word
  as_pg sh -c "kill -STOP \"\$@\"" sh $(pids_in "$(data_of "$1")")
}

# new_primary  A fresh server "a" with the roles and an empty database.
new_primary() {
  local name
  for name in a b; do
    stop_cluster "$(data_of "$name")"
    as_pg rm -rf "$(data_of "$name")"
  done
  primary=a
  say a >"$lab/primary"
  make_cluster "$(data_of a)" "$(secret postgres)"
  # max_slot_wal_keep_size: a standby that stays away must not fill the primary's disk.
  as_pg sh -c "cat >>\"\$1\"/postgresql.conf" sh "$(data_of a)" <<'CONF'
max_connections = 200
max_wal_size = 2GB
max_slot_wal_keep_size = 4GB
CONF
  start_server a
  make_roles
}

# make_roles  The roles and the database, as deploy/roles.sql makes them.
make_roles() {
  {
    say "\\set database ${database:-pantry}"
    for role in owner app ops; do say "\\set ${role}_password '$(secret "pantry_$role")'"; done
    cat "$project/deploy/roles.sql"
  } | database=postgres sql || die "The database's roles could not be made."
}

# add_standby  Copies the primary to the other server, which follows it from then on; from the moment it does, a commit is
# answered only when both have it on disk, so that a promotion loses nothing that was answered.
add_standby() {
  local name data
  name=$(other_server)
  data=$(data_of "$name")
  stop_cluster "$data"
  as_pg rm -rf "$data"
  database=postgres sql <<SQL
SELECT 'CREATE ROLE replicator' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'replicator') \gexec
SET log_statement = 'none';
ALTER ROLE replicator LOGIN REPLICATION PASSWORD '$(secret replicator)';
SELECT pg_drop_replication_slot('standby') WHERE EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = 'standby');
SELECT FROM pg_create_physical_replication_slot('standby', true);
SQL
  as_pg env "PGPASSWORD=$(secret replicator)" "$pg_bin/pg_basebackup" -R -S standby -c fast -X stream -D "$data" \
    -d "host=127.0.0.1 port=${ports[$primary]} user=replicator application_name=standby" >"$lab/basebackup.log" 2>&1 \
    || { tail -n 5 "$lab/basebackup.log" >&2; die "The standby could not be made."; }
  start_server "$name"
  follow
}

# follow  Waits until the standby streams, and makes it synchronous.
follow() {
  local i
  for ((i = 0; i < 150; i++)); do
    [ "$(database=postgres sql -c "SELECT count(*) FROM pg_stat_replication WHERE application_name = 'standby' AND state = 'streaming'")" != 1 ] || break
    sleep 0.2
  done
  [ "$i" -lt 150 ] || die "The standby does not follow. Log: $(log_of "$(other_server)")"
  database=postgres sql -c "ALTER SYSTEM SET synchronous_standby_names = 'standby'" -c "SELECT pg_reload_conf()" >/dev/null
}

# promote_standby  The standby takes over. The old primary is stopped first: two that take writes would part for good.
promote_standby() {
  kill_server "$primary"
  promote
}

# promote  The other server takes writes from now on. Whoever calls it knows that the primary does not.
promote() {
  local name
  name=$(other_server)
  as_pg "$pg_bin/pg_ctl" promote -s -w -t 60 -D "$(data_of "$name")"
  primary=$name
  say "$name" >"$lab/primary"
  alone
}

# alone  The primary waits for no standby.
alone() { database=postgres sql -c "ALTER SYSTEM RESET synchronous_standby_names" -c "SELECT pg_reload_conf()" >/dev/null; }

# migrate_database  As the owner of the tables, with the published application.
migrate_database() {
  step env "ConnectionStrings__Owner=Host=127.0.0.1;Port=${ports[$primary]};Database=${database:-pantry};Username=pantry_owner;Password=$(secret pantry_owner)" \
    dotnet "$lab/app/AjsPantry.dll" migrate >"$lab/migrate.log" 2>&1 || { tail -n 20 "$lab/migrate.log" >&2; die "Failed: migrating. Log: $lab/migrate.log"; }
}

# fill TENANT FLOORS PEOPLE DAYS CHECKED  One residence with its history (see bench.d/fill.sql).
fill() {
  [ -s "$lab/hash" ] || secret people | python3 "$project/deploy/bench.d/hash.py" | write_private "$lab/hash"
  { say "\\set hash '$(cat "$lab/hash")'"; cat "$project/deploy/bench.d/fill.sql"; } \
    | sql -v tenant="$1" -v floors="$2" -v people="$3" -v days="$4" -v checked="$5"
}

# ---- the application ----------------------------------------------------------------------------------------------

publish_app() {
  local newer
  newer=$(find "$project/AjsPantry" \( -name obj -o -name bin -o -name node_modules \) -prune -o -type f -newer "$lab/app/AjsPantry.dll" -print -quit 2>/dev/null || say none)
  [ -n "$newer" ] || return 0
  say "Publishing ..."
  exec 8>>"$state/build.lock"
  flock 8
  step dotnet publish "$project/AjsPantry/AjsPantry.csproj" -c Release -o "$lab/app" -v quiet --nologo >"$lab/publish.log" 2>&1 8>&- \
    || { tail -n 20 "$lab/publish.log" >&2; die "Failed: publishing. Log: $lab/publish.log"; }
  exec 8>&-
}

# Both servers by name, where there are two: the application finds out which of them takes writes.
connection() {
  local servers=127.0.0.1:${ports[$primary]}
  if as_pg test -d "$(data_of "$(other_server)")"; then servers+=",127.0.0.1:${ports[$(other_server)]};Target Session Attributes=primary;Timeout=3;Command Timeout=10"; fi
  say "Host=$servers;Database=${database:-pantry};Username=pantry_app;Password=$(secret pantry_app);Maximum Pool Size=50"
}

# start_node N [VARIABLE=VALUE...]  As in production: published, its strict settings, HTTP on loopback behind a proxy.
start_node() {
  local n=$1
  shift
  (cd "$lab/app" && exec env -u ASPNETCORE_HTTP_PORTS -u ASPNETCORE_HTTPS_PORTS -u ConnectionStrings__Owner \
    ASPNETCORE_ENVIRONMENT=Production "ASPNETCORE_URLS=http://127.0.0.1:${ports[node$n]}" "AllowedHosts=127.0.0.1;localhost" \
    "PublicAddress=https://localhost:${ports[https]}" "DataProtection__Certificate=$lab/keys.pem" "ConnectionStrings__Pantry=$(connection)" "$@" \
    setsid dotnet AjsPantry.dll </dev/null >>"$lab/node$n.log" 2>&1 9>&-) &
  node_group[$n]=$!
}

# wait_ready N [SECONDS]
wait_ready() {
  local i
  for ((i = 0; i < ${2:-120} * 5; i++)); do
    [ "$(http_status "${ports[node$1]}" "$ready")" != 200 ] || return 0
    kill -0 "${node_group[$1]}" 2>/dev/null || { tail -n 20 "$lab/node$1.log" >&2; die "Node $1 ended while starting. Log: $lab/node$1.log"; }
    sleep 0.2
  done
  tail -n 20 "$lab/node$1.log" >&2
  die "Node $1 did not become ready. Log: $lab/node$1.log"
}
ready=/readyz

stop_node() {
  stop_group "${node_group[$1]:-}"
  unset "node_group[$1]"
}

kill_node() {
  kill -KILL -- "-${node_group[$1]}" 2>/dev/null || true
  wait "${node_group[$1]}" 2>/dev/null || true
  unset "node_group[$1]"
}

# replace_node N [VARIABLE=VALUE...]  One step of a rolling restart: nginx sends new requests elsewhere, those under way
# are finished, the node ends and comes back, and nginx is told.
replace_node() {
  use_nodes "$1"
  stop_node "$1"
  start_node "$@"
  wait_ready "$1"
  use_nodes
}

# ---- nginx --------------------------------------------------------------------------------------------------------

# use_nodes [DOWN]  The nodes that nginx sends requests to.
use_nodes() {
  local n mark
  {
    say "upstream ajs_pantry {"
    say "  keepalive 32;"
    for n in 1 2; do
      mark=
      if [ "$n" = "${1:-}" ]; then mark=' down'; fi
      say "  server 127.0.0.1:${ports[node$n]} max_fails=0$mark;"
    done
    say "}"
  } >"$lab/nginx/upstream.conf.new"
  mv "$lab/nginx/upstream.conf.new" "$lab/nginx/upstream.conf"
  if [ -n "$nginx_group" ]; then
    kill -HUP "$nginx_group"
    sleep 1
  fi
}

start_nginx() {
  local dir=$lab/nginx
  mkdir -p "$dir"
  if [ ! -s "$dir/key.pem" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost \
      -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>"$dir/openssl.log"
  fi
  # Modules of the system's nginx are named from its folder.
  ln -sfn /usr/lib/nginx/modules "$dir/modules"
  use_nodes
  write_nginx_conf >"$dir/nginx.conf"
  start_group nginx -p "$dir" -c "$dir/nginx.conf" -e "$dir/error.log"
  nginx_group=$group
  group=
  for _ in {1..50}; do
    [ -z "$(listener "${ports[https]}")" ] || return 0
    sleep 0.1
  done
  tail -n 5 "$dir/error.log" >&2
  die "nginx did not start. Log: $dir/error.log"
}

# A server's own site, with limits that a load from one address does not meet.
write_nginx_conf() {
  if is_root; then say "user root;"; fi   # the folder may be root's alone; it listens on loopback only
  cat <<CONF
include /etc/nginx/modules-enabled/*.conf;
daemon off;
worker_processes 1;
pid nginx.pid;
events { worker_connections 1024; }
http {
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
CONF
  "$project/deploy/nginx/render" --domain localhost --certificate cert.pem --key key.pem --upstream upstream.conf --pages "$project/deploy/nginx/pages" \
    --logs "$lab/nginx" --acme "$lab/nginx" --http "127.0.0.1:${ports[http]}" --https "127.0.0.1:${ports[https]}" --rate 100000 --burst 100000 --connections 1000
  say "}"
}

stop_all() {
  local n
  stop_group "$group"
  stop_group "$nginx_group"
  for n in "${!node_group[@]}"; do stop_group "${node_group[$n]}"; done
  # The standby first: a primary that stops waits for it to have everything.
  if [ -n "$lab" ] && [ -n "$pg_home" ]; then
    stop_cluster "$(data_of "$(other_server)")"
    stop_cluster "$(data_of "$primary")"
  fi
}
