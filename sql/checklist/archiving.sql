-- Is WAL archived, so that a backup can be brought to the moment before the deployment?
SELECT CASE WHEN current_setting('archive_mode') = 'off' THEN 'warn'
            WHEN a.last_failed_time > coalesce(a.last_archived_time, '-infinity') THEN 'fail'
            WHEN a.last_archived_wal IS NULL THEN 'warn'
            ELSE 'pass' END,
       CASE WHEN current_setting('archive_mode') = 'off' THEN 'WAL is not archived (archive_mode is off): there is no way back to a point in time'
            WHEN a.last_failed_time > coalesce(a.last_archived_time, '-infinity')
            THEN format('archiving fails: %s at %s', a.last_failed_wal, a.last_failed_time)
            WHEN a.last_archived_wal IS NULL THEN 'archiving is on, but nothing was archived since the statistics were reset'
            ELSE format('the last WAL segment archived is %s, at %s', a.last_archived_wal, a.last_archived_time) END,
       'SELECT * FROM pg_stat_archiver'
  FROM pg_stat_archiver AS a
