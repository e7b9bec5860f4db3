-- Constraints renamed, columns moved to another table, jsonb extracted, triggers and audit.
-- @target
CREATE SCHEMA crm;
CREATE TABLE crm.contact (id int PRIMARY KEY, first text, last text, address text, meta json, CONSTRAINT name_set CHECK (first IS NOT NULL OR last IS NOT NULL));
CREATE TABLE crm.company (id int PRIMARY KEY, contact int CONSTRAINT fk_contact REFERENCES crm.contact);
CREATE TABLE crm.audit (at timestamptz DEFAULT now(), row_ jsonb);
CREATE FUNCTION crm.audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO crm.audit (row_) VALUES (to_jsonb(NEW)); RETURN NEW; END';
CREATE TRIGGER a AFTER INSERT OR UPDATE ON crm.contact FOR EACH ROW EXECUTE FUNCTION crm.audit();
CREATE INDEX meta ON crm.contact ((meta ->> 'k'));
CREATE VIEW crm.people AS SELECT id, first || ' ' || last AS name FROM crm.contact;
COMMENT ON VIEW crm.people IS 'people';
-- @source
CREATE SCHEMA crm;
CREATE TABLE crm.address (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, street text NOT NULL, contact int NOT NULL);
CREATE TABLE crm.contact (id int PRIMARY KEY, name text GENERATED ALWAYS AS (coalesce(first, '') || ' ' || coalesce(last, '')) STORED, first text, last text, meta jsonb NOT NULL DEFAULT '{}', CONSTRAINT name_given CHECK (first IS NOT NULL OR last IS NOT NULL));
ALTER TABLE crm.address ADD FOREIGN KEY (contact) REFERENCES crm.contact ON DELETE CASCADE;
CREATE TABLE crm.company (id int PRIMARY KEY, contact int CONSTRAINT company_contact_fkey REFERENCES crm.contact ON DELETE SET NULL);
CREATE TABLE crm.audit (id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz DEFAULT now() NOT NULL, who name DEFAULT current_user, old_row jsonb, row_ jsonb) PARTITION BY RANGE (at);
CREATE TABLE crm.audit_default PARTITION OF crm.audit DEFAULT;
CREATE FUNCTION crm.audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN INSERT INTO crm.audit (old_row, row_) VALUES (to_jsonb(OLD), to_jsonb(NEW)); RETURN NULL; END';
CREATE TRIGGER a AFTER INSERT OR UPDATE OR DELETE ON crm.contact FOR EACH ROW EXECUTE FUNCTION crm.audit();
CREATE INDEX meta ON crm.contact USING gin (meta);
CREATE VIEW crm.people AS SELECT c.id, c.name, a.street FROM crm.contact c LEFT JOIN crm.address a ON a.contact = c.id;
COMMENT ON VIEW crm.people IS 'people and where they live';
