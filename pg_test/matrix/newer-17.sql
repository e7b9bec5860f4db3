-- What servers before 17 have no place for.
CREATE SCHEMA "N 17";
CREATE DOMAIN "N 17".d AS integer CONSTRAINT "d nn" NOT NULL;
COMMENT ON CONSTRAINT "d nn" ON DOMAIN "N 17".d IS 'not null';
CREATE COLLATION "N 17".builtin (provider = builtin, locale = 'C.UTF-8');
CREATE COLLATION "N 17".rules (provider = icu, locale = 'und', rules = '&a < g');
CREATE TABLE "N 17".t (a "N 17".d, b text COLLATE "N 17".builtin DEFAULT 'x' NOT NULL, c text COLLATE "N 17".rules);
GRANT SELECT, MAINTAIN ON "N 17".t TO reader_role;
CREATE VIEW "N 17".v AS SELECT a, b FROM "N 17".t;
GRANT ALL ON "N 17".v TO bob;
CREATE TABLE "N 17".p (r int4range, k integer) PARTITION BY LIST (k) USING heap;
CREATE TABLE "N 17".px (r int4range, s int4range, EXCLUDE USING gist (s WITH =, r WITH &&)) PARTITION BY RANGE (s);
CREATE TABLE "N 17".px1 PARTITION OF "N 17".px DEFAULT;
CREATE FUNCTION "N 17".on_login() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER greeting ON login EXECUTE FUNCTION "N 17".on_login();
ALTER EVENT TRIGGER greeting DISABLE;
CREATE SUBSCRIPTION s CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false, slot_name = NONE, enabled = false,
  origin = none, run_as_owner = true, password_required = false, streaming = parallel, failover = true);
