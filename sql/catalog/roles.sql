-- The names of all roles, so that a plan can say which of those that it needs are missing, and of those that may do anything. One row
-- for all of them.
SELECT {class pg_authid} AS classid,
       0::oid AS objid,
       0 AS objsubid,
       (SELECT json_build_array(json_agg(r.rolname ORDER BY r.rolname COLLATE "C"),
                                coalesce(json_agg(r.rolname ORDER BY r.rolname COLLATE "C") FILTER (WHERE r.rolsuper), '[]'))::text
          FROM pg_roles AS r) AS data
