-- Dependencies between objects that are not pinned. `data` is the referenced address and the type of the dependency; the
-- engine resolves addresses to objects and lets internal parts (row types, array types, rules of views) stand for their whole.
-- Two sorts are objects of their own here, not dependencies of what they link: a sequence's on the column that owns it, and a
-- table's on what it inherits from or is a partition of.
SELECT d.classid, d.objid, d.objsubid,
       concat_ws(' ', d.refclassid::text, d.refobjid::text, d.refobjsubid::text, d.deptype::text) AS data
  FROM pg_depend AS d
 WHERE d.deptype <> 'p'
   AND d.classid <> 0
   AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_namespace'::regclass AND d.refobjid = 99)
   AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a'
            AND d.refobjsubid > 0 AND d.objid IN (SELECT s.seqrelid FROM pg_sequence AS s))
   AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'n')
            AND d.refobjsubid = 0 AND (d.objid, d.refobjid) IN (SELECT i.inhrelid, i.inhparent FROM pg_inherits AS i))
