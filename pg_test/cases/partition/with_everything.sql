-- A plain table with keys, indexes, triggers, a referencing table and a generated column becomes partitioned.
-- @both
CREATE TABLE public.other (id integer PRIMARY KEY);
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.x := ''changed''; RETURN NEW; END';
-- @target
CREATE TABLE public.p (k integer, id bigint GENERATED ALWAYS AS IDENTITY, o integer REFERENCES public.other, x text, g integer GENERATED ALWAYS AS (k * 2) STORED,
  s serial, PRIMARY KEY (k, id), CHECK (k > 0));
CREATE INDEX p_x ON public.p (x);
CREATE TRIGGER tr BEFORE INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TABLE public.ref (k integer, id bigint, FOREIGN KEY (k, id) REFERENCES public.p);
CREATE MATERIALIZED VIEW public.mv AS SELECT k, g FROM public.p;
CREATE POLICY po ON public.p USING (k > 0);
ALTER TABLE public.p OWNER TO alice;
-- @source
CREATE TABLE public.p (k integer, id bigint GENERATED ALWAYS AS IDENTITY, o integer REFERENCES public.other, x text, g integer GENERATED ALWAYS AS (k * 2) STORED,
  s serial, PRIMARY KEY (k, id), CHECK (k > 0)) PARTITION BY HASH (k);
CREATE TABLE public.p0 PARTITION OF public.p FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES WITH (modulus 2, remainder 1);
CREATE INDEX p_x ON public.p (x);
CREATE TRIGGER tr BEFORE INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TABLE public.ref (k integer, id bigint, FOREIGN KEY (k, id) REFERENCES public.p);
CREATE MATERIALIZED VIEW public.mv AS SELECT k, g FROM public.p;
CREATE POLICY po ON public.p USING (k > 0);
ALTER TABLE public.p OWNER TO alice;
-- @rows
INSERT INTO public.p (k, x) VALUES (1, 'a'), (2, 'b');
INSERT INTO public.ref SELECT k, id FROM public.p;
ALTER TABLE public.p DISABLE TRIGGER tr;
UPDATE public.p SET x = 'kept';
ALTER TABLE public.p ENABLE TRIGGER tr;
-- @rows source
INSERT INTO public.p (k, x) VALUES (1, 'a'), (2, 'b');
INSERT INTO public.ref SELECT k, id FROM public.p;
