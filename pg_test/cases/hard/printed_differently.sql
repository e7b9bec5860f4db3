-- What the server prints of these expressions it would read as another tree, and print in another way (engine/src/catalog/reread.rs).
-- @both
CREATE TABLE public.kept (code varchar(10), n integer);
-- @source
CREATE TABLE public.t (
    id integer PRIMARY KEY,
    code varchar(10) DEFAULT 'a' CHECK (code IN ('a', 'it''s', 'c]')),
    n numeric CHECK (n NOT IN (1, 2) AND n BETWEEN 0 AND 10),
    m integer CHECK (m BETWEEN 1 AND 5 AND m <> 3),
    k integer CHECK ((k > 1 OR k < 0) AND NOT (k BETWEEN 2 AND 3 OR k = 9)),
    o integer CHECK ((o = 1 OR o = 2) OR (o BETWEEN 4 AND 5 AND o <> 5) OR o IS NULL),
    g boolean GENERATED ALWAYS AS (code IN ('a', 'b') OR m BETWEEN 1 AND 2 AND m > 0) STORED
);
CREATE INDEX some_of_it ON public.t (id) WHERE code IN ('a', 'b') AND m BETWEEN 1 AND 5 AND k > 0;
CREATE VIEW public.v AS SELECT id FROM public.t WHERE m BETWEEN 1 AND 5 AND code IN ('a', 'b') AND CASE WHEN k BETWEEN 1 AND 2 AND k > 0 THEN true ELSE code NOT IN ('x') END;
CREATE MATERIALIZED VIEW public.w AS SELECT t.id FROM public.t JOIN public.kept ON kept.n BETWEEN 1 AND 2 AND kept.n = t.n AND t.code IN ('a', 'b');
CREATE DOMAIN public.short AS varchar(5) CHECK (VALUE IN ('a', 'b')) CHECK (length(VALUE) BETWEEN 1 AND 5 AND VALUE <> 'c');
CREATE TABLE public.s (d public.short CHECK (d IN ('a', 'b') AND d <> 'b'));
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY few ON public.t USING (code IN ('a', 'b') AND m BETWEEN 1 AND 5 AND k = 1) WITH CHECK (m BETWEEN 1 AND 5 AND k IN (1, 2));
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER w BEFORE INSERT ON public.t FOR EACH ROW WHEN (new.code IN ('a', 'b') AND new.m BETWEEN 1 AND 5 AND new.k > 0) EXECUTE FUNCTION public.f('(((1)) AND (2)) AND (3)');
CREATE RULE r AS ON UPDATE TO public.v WHERE old.id BETWEEN 1 AND 2 AND new.id > 0 DO INSTEAD DELETE FROM public.t WHERE t.code IN ('a', 'b') AND t.m BETWEEN 1 AND 5 AND t.k > 0;
ALTER TABLE public.kept ADD CONSTRAINT few CHECK (code IN ('a', 'b') AND n BETWEEN 1 AND 5 AND n <> 3);
