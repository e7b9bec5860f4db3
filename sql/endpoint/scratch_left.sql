-- Scratch databases that the role may drop, and whose session is gone. Of another role's session the start is not seen: it is taken to be there.
SELECT d.datname::text
  FROM pg_catalog.pg_database AS d,
       LATERAL pg_catalog.regexp_matches(d.datname::text, '^pgdiff_scratch_([0-9]{1,9})_([0-9]{1,18})$') AS m
 WHERE pg_catalog.pg_has_role(d.datdba, 'USAGE')
   AND NOT EXISTS (SELECT
                     FROM pg_catalog.pg_stat_activity AS a
                    WHERE a.pid = m[1]::int4
                      AND (a.backend_start IS NULL OR (extract(epoch FROM a.backend_start) * 1000000)::int8 = m[2]::int8))
 ORDER BY d.datname
