-- Row security, roles, schemas and search path in functions.
-- @target
CREATE SCHEMA app; CREATE SCHEMA api AUTHORIZATION alice;
CREATE TABLE app.account (id uuid PRIMARY KEY, tenant uuid NOT NULL, data jsonb);
ALTER TABLE app.account ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON app.account USING (tenant = current_setting('app.tenant')::uuid);
CREATE FUNCTION api.get(uuid) RETURNS app.account LANGUAGE sql SECURITY DEFINER SET search_path = app AS 'SELECT * FROM account WHERE id = $1';
GRANT USAGE ON SCHEMA api TO reader_role;
GRANT SELECT ON ALL TABLES IN SCHEMA app TO reader_role;
-- @source
CREATE SCHEMA app AUTHORIZATION owner_role; CREATE SCHEMA api;
CREATE TABLE app.account (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), tenant uuid NOT NULL, data jsonb NOT NULL DEFAULT '{}', owner name NOT NULL DEFAULT current_user);
ALTER TABLE app.account OWNER TO owner_role;
ALTER TABLE app.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_read ON app.account FOR SELECT TO reader_role USING (tenant = current_setting('app.tenant', true)::uuid);
CREATE POLICY tenant ON app.account FOR ALL TO writer_role USING (tenant = current_setting('app.tenant')::uuid) WITH CHECK (owner = current_user);
CREATE FUNCTION api.get(id uuid) RETURNS SETOF app.account LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$BEGIN RETURN QUERY SELECT * FROM account a WHERE a.id = get.id; END$$;
REVOKE ALL ON FUNCTION api.get(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.get(uuid) TO reader_role;
GRANT USAGE ON SCHEMA api TO PUBLIC;
GRANT SELECT (id, data) ON app.account TO reader_role;
GRANT SELECT, INSERT, UPDATE ON app.account TO writer_role;
