-- Two states of everyday schemas, whose names stand above each: depcol, uniq, seqown, fnmany.
-- @target
-- depcol
CREATE TABLE dc (id int PRIMARY KEY, a int, b text, c int GENERATED ALWAYS AS (a * 2) STORED, CHECK (a > 0));
CREATE INDEX dc_a ON dc (a);
CREATE VIEW dc_v AS SELECT a, c FROM dc; CREATE POLICY dc_p ON dc USING (a > 1);
CREATE FUNCTION dc_t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER dc_tr BEFORE UPDATE OF a ON dc FOR EACH ROW WHEN (NEW.a > 0) EXECUTE FUNCTION dc_t();
CREATE RULE dc_r AS ON INSERT TO dc WHERE NEW.a > 5 DO ALSO SELECT 1;
CREATE PUBLICATION dc_pub FOR TABLE dc (id) WHERE (id > 0);
CREATE FUNCTION dc_f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT max(a) FROM dc; END;
-- uniq
CREATE TABLE un (id int CONSTRAINT un_id PRIMARY KEY, a text UNIQUE, b int, CONSTRAINT un_b UNIQUE (b) INCLUDE (a));
CREATE TABLE un_r (a text REFERENCES un (a), id int CONSTRAINT fk_1 REFERENCES un ON UPDATE CASCADE);
-- seqown
CREATE SEQUENCE so_s AS int INCREMENT 2 MAXVALUE 100 CYCLE; CREATE TABLE so (id int DEFAULT nextval('so_s'), n serial); ALTER SEQUENCE so_s OWNED BY so.id;
CREATE TABLE so2 (id int);
-- fnmany
CREATE FUNCTION fm(a int, b text DEFAULT 'x', VARIADIC c int[] DEFAULT '{}') RETURNS text LANGUAGE sql AS $$SELECT b$$;
CREATE FUNCTION fm(text) RETURNS text LANGUAGE sql AS $$SELECT $1$$;
CREATE TABLE fm_t (a text DEFAULT fm(1), b text GENERATED ALWAYS AS ('X'::text) STORED, CHECK (fm('a'::text) = 'a'));
CREATE VIEW fm_v AS SELECT fm(1, 'y') AS p, fm('z'::text) AS q;
COMMENT ON FUNCTION fm(text) IS 'c'; REVOKE ALL ON FUNCTION fm(text) FROM PUBLIC;
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
