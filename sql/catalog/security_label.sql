-- Security labels: one row for each labelled object, by provider. The reader ties them to the object of that address. Those of
-- extensions' members are member_label.sql's.
SELECT l.classoid AS classid,
       l.objoid AS objid,
       l.objsubid,
       json_object_agg(l.provider, l.label)::text AS data
  FROM (SELECT s.classoid, s.objoid, s.objsubid, s.provider, s.label FROM pg_seclabel AS s
        UNION ALL
        SELECT s.classoid, s.objoid, 0, s.provider, s.label
          -- Those of other databases, and of roles that nobody asks for, are no object's here.
          FROM pg_shseclabel AS s) AS l
 GROUP BY l.classoid, l.objoid, l.objsubid
