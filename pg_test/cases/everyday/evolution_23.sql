-- Two states of everyday schemas, whose names stand above each: depcol, uniq, seqown, fnmany.
-- @target
-- depcol
CREATE TABLE dc (id int PRIMARY KEY, a bigint, b text, c bigint GENERATED ALWAYS AS (a * 2) STORED, CHECK (a > 0));
CREATE INDEX dc_a ON dc (a);
CREATE VIEW dc_v AS SELECT a, c FROM dc; CREATE POLICY dc_p ON dc USING (a > 1);
CREATE FUNCTION dc_t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER dc_tr BEFORE UPDATE OF a ON dc FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION dc_t();
CREATE RULE dc_r AS ON INSERT TO dc WHERE NEW.a > 5 DO ALSO SELECT 1;
CREATE PUBLICATION dc_pub FOR TABLE dc (id) WHERE (id > 0);
CREATE FUNCTION dc_f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT max(a) FROM dc; END;
-- uniq
CREATE TABLE un (id int CONSTRAINT un_pk PRIMARY KEY, a text, b int CONSTRAINT un_b CHECK (b > 0));
CREATE UNIQUE INDEX un_a_key ON un (a);
CREATE TABLE un_r (a text REFERENCES un (a) MATCH FULL, id int CONSTRAINT fk_2 REFERENCES un ON DELETE SET DEFAULT DEFAULT 5);
-- seqown
CREATE SEQUENCE so_s AS bigint MINVALUE -5 START 3 CACHE 7; CREATE TABLE so (id int, n int); CREATE TABLE so2 (id bigint DEFAULT nextval('so_s')); ALTER SEQUENCE so_s OWNED BY so2.id;
-- fnmany
CREATE FUNCTION fm(a int, b text DEFAULT 'z', d bool DEFAULT true) RETURNS text LANGUAGE sql AS $$SELECT b$$;
CREATE FUNCTION fm(x text) RETURNS varchar LANGUAGE plpgsql STABLE AS $$BEGIN RETURN x; END$$;
CREATE TABLE fm_t (a text DEFAULT fm(1), b text, CHECK (fm('a'::text) = 'b'));
CREATE VIEW fm_v AS SELECT fm(1, 'y') AS p, fm('z'::text) AS q;
GRANT EXECUTE ON FUNCTION fm(text) TO alice;
-- @source
-- depcol
CREATE TABLE dc (id uuid PRIMARY KEY, a text, b text, c text GENERATED ALWAYS AS (a || b) STORED, CHECK (a <> ''));
CREATE UNIQUE INDEX dc_a ON dc (a, c); 
CREATE MATERIALIZED VIEW dc_v AS SELECT a, c FROM dc; CREATE UNIQUE INDEX dc_vi ON dc_v (a);
CREATE FUNCTION dc_f() RETURNS text LANGUAGE sql RETURN (SELECT max(a) FROM dc);
CREATE PUBLICATION dc_pub FOR ALL TABLES;
-- uniq
CREATE TABLE un (id int NOT NULL, a text NOT NULL, b int);
ALTER TABLE un REPLICA IDENTITY NOTHING;
CREATE UNIQUE INDEX un_id ON un (id); ALTER TABLE un ADD CONSTRAINT un_pk PRIMARY KEY USING INDEX un_id;
CREATE TABLE un_r (a text, id int REFERENCES un);
CREATE INDEX fk_1 ON un_r (id);
-- seqown
CREATE TABLE so (id bigserial, n serial PRIMARY KEY); ALTER SEQUENCE so_id_seq OWNED BY NONE; CREATE VIEW so2 AS SELECT nextval('so_id_seq') AS id;
-- fnmany
CREATE FUNCTION fm(INOUT a int, OUT b text) RETURNS record LANGUAGE sql AS $$SELECT a, 'x'::text$$;
CREATE FUNCTION fm(text, OUT x int, OUT y int) RETURNS SETOF record LANGUAGE sql AS $$SELECT 1, 2$$;
CREATE VIEW fm_v AS SELECT f.b AS p, g.x AS q FROM fm(1) f, fm('a'::text) g;
CREATE TABLE fm_t (a text DEFAULT (fm(1)).b, b int);
