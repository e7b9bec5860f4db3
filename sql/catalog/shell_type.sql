-- Shell types. One that was never filled stands for itself. A base type, and a range type with a canonical function, needs
-- functions that take or return it, and they need it: so its shell is an object of its own, at an address that no catalog has
-- (objsubid -1), which those functions mean when they depend on the type. What only making the type anew can change is the
-- shell's property, so that the functions are made anew with it.
SELECT {class pg_type} AS classid,
       t.oid AS objid,
       CASE WHEN t.typisdefined THEN -1 ELSE 0 END AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, t.typname),
         'owner', CASE WHEN NOT t.typisdefined THEN pg_get_userbyid(t.typowner) END,
         'comment', CASE WHEN NOT t.typisdefined THEN d.description END,
         'needs', json_build_array(json_build_array({class pg_namespace}, t.typnamespace, 0)),
         'stands_in', CASE WHEN t.typisdefined THEN json_build_object(
            'for', json_build_array({class pg_type}, t.oid, 0),
            'towards', (SELECT json_agg(json_build_array({class pg_proc}, f.oid::oid, 0))
                          FROM unnest(array[t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typanalyze,
                                            (to_jsonb(t)->>'typsubscript')::regproc, r.rngcanonical]) AS f(oid)
                         WHERE f.oid::oid >= 16384)) END,
         'fills', CASE WHEN t.typtype = 'b' THEN 'base type' WHEN t.typtype = 'r' THEN 'range type' END,
         'input', CASE WHEN t.typtype = 'b' THEN t.typinput::text END,
         'output', CASE WHEN t.typtype = 'b' THEN t.typoutput::text END,
         'range', CASE WHEN t.typtype = 'r' THEN
                    json_build_array(format_type(r.rngsubtype, NULL), v.nspname, o.opcname, r.rngcollation::regcollation::text,
                                     r.rngcanonical::text, r.rngsubdiff::text, r.rngmultitypid::regtype::text) END,
         'length', CASE WHEN t.typtype = 'b' AND t.typlen <> -1 THEN t.typlen END,
         'plain', CASE WHEN t.typtype = 'b' AND t.typlen = -1 AND t.typstorage = 'p' THEN true END,
         'by_value', CASE WHEN t.typtype = 'b' AND t.typbyval THEN true END,
         'alignment', CASE WHEN t.typtype = 'b' THEN
                        CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' WHEN 'd' THEN 'double' END END,
         'category', CASE WHEN t.typtype = 'b' AND t.typcategory <> 'U' THEN t.typcategory END,
         'preferred', CASE WHEN t.typtype = 'b' AND t.typispreferred THEN true END,
         'default', CASE WHEN t.typtype = 'b' AND t.typdefaultbin IS NULL THEN t.typdefault END,
         'default_expression', CASE WHEN t.typtype = 'b' THEN pg_get_expr(t.typdefaultbin, 'pg_type'::regclass) END,
         'element', CASE WHEN t.typtype = 'b' AND t.typelem <> 0 THEN format_type(t.typelem, NULL) END,
         'delimiter', CASE WHEN t.typtype = 'b' AND t.typdelim <> ',' THEN t.typdelim END,
         'collatable', CASE WHEN t.typtype = 'b' AND t.typcollation <> 0 THEN true END)::text AS data
  FROM pg_type AS t
  JOIN pg_namespace AS n ON n.oid = t.typnamespace
  LEFT JOIN pg_range AS r ON r.rngtypid = t.oid
  LEFT JOIN pg_opclass AS o ON o.oid = r.rngsubopc
  LEFT JOIN pg_namespace AS v ON v.oid = o.opcnamespace
  LEFT JOIN pg_type AS e ON e.oid = t.typelem AND e.typarray = t.oid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND (NOT t.typisdefined OR t.typtype = 'b' AND e.oid IS NULL OR t.typtype = 'r' AND r.rngcanonical <> 0)
