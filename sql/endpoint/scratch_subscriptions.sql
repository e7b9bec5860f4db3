-- A database with subscriptions can't be dropped. Nothing is said to their publishers.
DO $do$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT s.subname
                  FROM pg_catalog.pg_subscription AS s
                  JOIN pg_catalog.pg_database AS d ON d.oid = s.subdbid AND d.datname = pg_catalog.current_database()
    LOOP
        EXECUTE pg_catalog.format('ALTER SUBSCRIPTION %I DISABLE', name);
        EXECUTE pg_catalog.format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', name);
        EXECUTE pg_catalog.format('DROP SUBSCRIPTION %I', name);
    END LOOP;
END
$do$
