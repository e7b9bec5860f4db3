-- Dependencies between objects that are not pinned. `data` is the referenced address and the type of the dependency; the
-- engine resolves addresses to objects and lets internal parts (row types, array types, rules of views) stand for their whole.
SELECT d.classid, d.objid, d.objsubid,
       concat_ws(' ', d.refclassid::text, d.refobjid::text, d.refobjsubid::text, d.deptype::text) AS data
  FROM pg_depend AS d
 WHERE d.deptype <> 'p'
   AND d.classid <> 0
   AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_namespace'::regclass AND d.refobjid = 99)
