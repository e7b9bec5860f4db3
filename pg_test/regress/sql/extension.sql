-- What CREATE EXTENSION brings, and that DROP EXTENSION takes all of it away.
SELECT extname, nspname AS schema, extrelocatable FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'pgdiff';
SELECT extname, extversion, extnamespace::regnamespace AS schema, obj_description(oid, 'pg_extension') AS description FROM pg_extension WHERE extname = 'pgdiff';
