-- How long a statement of the deployer's sessions waits for a lock, and everybody else behind it.
SELECT CASE WHEN s.setting = '0' THEN 'warn' ELSE 'pass' END,
       CASE WHEN s.setting = '0' THEN 'lock_timeout is 0: a statement waits for its lock without end, and keeps others waiting behind it'
            ELSE format('lock_timeout is %s ms', s.setting) END,
       'SET lock_timeout TO ''5s'''
  FROM pg_settings AS s
 WHERE s.name = 'lock_timeout'
