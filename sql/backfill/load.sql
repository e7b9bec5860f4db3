-- How far standbys are behind, in seconds, and how many other sessions are at work.
SELECT (SELECT max(extract(epoch FROM r.replay_lag)) FROM pg_catalog.pg_stat_replication AS r)::float8,
       (SELECT count(*) FROM pg_catalog.pg_stat_activity AS a WHERE a.state = 'active' AND a.backend_type = 'client backend' AND a.pid <> pg_backend_pid())::float8
