-- The database and its three roles. Run by psql as the cluster's superuser, as often as you like:
--   psql -X -v ON_ERROR_STOP=1 -f deploy/roles.sql
-- with these psql variables set (\set lines before this file keep passwords out of the process list):
--   owner_password, app_password, ops_password     required
--   database, owner, app, ops                      default: pantry, pantry_owner, pantry_app, pantry_ops
--
-- owner  owns the database and its schema; used by migrations only
-- app    the web application and its jobs; owns nothing, obeys row-level security. Its rights on tables come from the migrations
-- ops    backup; reads every row of every tenant and writes none

\set ON_ERROR_STOP on
\if :{?database}
\else
  \set database pantry
\endif
\if :{?owner}
\else
  \set owner pantry_owner
\endif
\if :{?app}
\else
  \set app pantry_app
\endif
\if :{?ops}
\else
  \set ops pantry_ops
\endif

-- No notice for what is there already; and no password in the server's log, not even when a statement fails.
SET client_min_messages = warning;
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = panic;

SELECT format('CREATE ROLE %I', name)
  FROM unnest(ARRAY[:'owner', :'app', :'ops']) AS name
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
\gexec

ALTER ROLE :"owner" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
ALTER ROLE :"app"   LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';
ALTER ROLE :"ops"   LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS   PASSWORD :'ops_password';
GRANT pg_read_all_data TO :"ops";
-- Compiling takes a second where the question takes a tenth of it.
ALTER ROLE :"app" SET jit = off;

SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING ''UTF8''', :'database', :'owner')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database')
\gexec

ALTER DATABASE :"database" OWNER TO :"owner";
-- By default everybody may connect and make temporary tables.
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"app", :"ops";

\connect -reuse-previous=on :"database"
SET client_min_messages = warning;

ALTER SCHEMA public OWNER TO :"owner";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"app", :"ops";
