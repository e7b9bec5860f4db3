-- Everything of pgdiff that SQL sees. What is not listed here is not public.
SELECT pg_catalog.pg_describe_object(classid, objid, 0) AS member
  FROM pg_depend
 WHERE refclassid = 'pg_extension'::regclass
   AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'pgdiff')
   AND deptype = 'e'
   AND classid <> 'pg_type'::regclass -- from 17 on also the row type of a table
 ORDER BY 1;
-- The functions: none answers a null argument with nothing, and only the trigger that logs DDL runs with its owner's privileges.
\x on
\a
SELECT p.oid::regprocedure AS function,
       pg_get_function_arguments(p.oid) AS arguments,
       pg_get_function_result(p.oid) AS result,
       p.provolatile AS volatile, p.proparallel AS parallel, p.proisstrict AS strict, p.prosecdef AS definer, p.proconfig AS config,
       has_function_privilege('reader_role', p.oid, 'EXECUTE') AS public_may_execute,
       obj_description(p.oid, 'pg_proc') AS comment
  FROM pg_proc AS p
  JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
 WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'pgdiff')
 ORDER BY p.proname;
\a
\x off
-- The tables.
SELECT c.oid::regclass AS relation, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null
  FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
 WHERE c.relnamespace = 'pgdiff'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
 ORDER BY c.relname, a.attnum;
-- Their rows are dumped with the database.
SELECT unnest(extconfig)::regclass::text AS dumped FROM pg_extension WHERE extname = 'pgdiff' ORDER BY 1;
-- The settings.
SELECT name, setting, context, vartype, short_desc FROM pg_settings WHERE name LIKE 'pgdiff.%' ORDER BY name;
-- The reference says something about everything.
SELECT count(*) > 0 AS any, bool_and(risk <> '' AND meaning <> '' AND mitigation <> '' AND recipe IS DISTINCT FROM '') AS said, count(recipe) > 20 AS recipes FROM pgdiff.hazards();
SELECT count(*) > 0 AS any, bool_and(option_type <> '' AND meaning <> '' AND default_value::jsonb IS NOT NULL) AS said FROM pgdiff.options();
SELECT supported, count(*) > 0 AS any, bool_and(meaning <> '') AS said FROM pgdiff.object_types() GROUP BY supported ORDER BY supported;
