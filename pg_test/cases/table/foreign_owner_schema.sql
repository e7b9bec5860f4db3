-- A table with everything under an owner of its own, in a schema that comes with it.
-- @source
CREATE SCHEMA app AUTHORIZATION alice;
SET ROLE alice;
CREATE TABLE app.parent (id serial PRIMARY KEY, name text UNIQUE);
CREATE TABLE app.child (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, parent_id integer REFERENCES app.parent, CHECK (id > 0));
RESET ROLE;
CREATE VIEW app.v AS SELECT * FROM app.child JOIN app.parent USING (id);
COMMENT ON COLUMN app.v.name IS 'of the view';
GRANT SELECT (id) ON app.v TO reader_role;
-- @rows source
INSERT INTO app.parent VALUES (1, 'x');
-- @lossy source table app.parent
