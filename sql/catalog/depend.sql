-- Dependencies between objects that are not pinned: one row per catalog, because there are more of them than of all else and a
-- row of a result has its price. Each line of `data` is the dependent's OID and sub-object, the referenced address, and the type;
-- the engine resolves addresses to objects and lets internal parts (row types, array types, rules of views) stand for their whole.
-- Some are objects of their own here, not dependencies of what they link: a sequence's on the column that owns it, a table's on
-- what it inherits from or is a partition of, and those of a text search configuration on dictionaries, which are its mappings'.
-- What TOAST tables and the triggers of foreign keys belong to leads nowhere.
SELECT d.classid,
       0::oid AS objid,
       0 AS objsubid,
       string_agg(concat_ws(' ', d.objid::text, d.objsubid::text, d.refclassid::text, d.refobjid::text, d.refobjsubid::text,
                                 d.deptype::text), E'\n') AS data
  FROM pg_depend AS d
 WHERE d.deptype <> 'p'
   AND d.classid <> 0
   AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_namespace'::regclass AND d.refobjid = 99)
   AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i' AND d.refobjsubid = 0)
   AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a'
            AND d.refobjid IN (SELECT c.reltoastrelid FROM pg_class AS c WHERE c.reltoastrelid <> 0))
   AND NOT (d.classid = 'pg_ts_config'::regclass AND d.refclassid = 'pg_ts_dict'::regclass)
   AND NOT (d.classid = 'pg_trigger'::regclass AND d.refclassid = 'pg_constraint'::regclass AND d.deptype = 'i')
   AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a'
            AND d.refobjsubid > 0 AND d.objid IN (SELECT s.seqrelid FROM pg_sequence AS s))
   AND NOT (d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'n')
            AND d.refobjsubid = 0 AND (d.objid, d.refobjid) IN (SELECT i.inhrelid, i.inhparent FROM pg_inherits AS i))
 GROUP BY d.classid
