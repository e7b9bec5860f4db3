-- Is pg_cron here; may the caller know where it is, and where; the own database. Only who may read all settings may ask for that one.
SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_cron'),
       may.ask,
       CASE WHEN may.ask THEN current_setting('cron.database_name', true) END,
       current_database()::text
  FROM (SELECT pg_has_role('pg_read_all_settings', 'USAGE') AS ask) AS may
