-- Partitions gain and lose partitions of their own below a table that stands: the old one has to leave it before the new one takes its bounds.
-- @target
CREATE TABLE public.m (tenant int NOT NULL, at date NOT NULL, v text, PRIMARY KEY (tenant, at)) PARTITION BY LIST (tenant);
CREATE TABLE public.m1 PARTITION OF public.m FOR VALUES IN (1) PARTITION BY RANGE (at);
CREATE TABLE public.m1_a PARTITION OF public.m1 FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');
CREATE TABLE public.m1_b PARTITION OF public.m1 FOR VALUES FROM ('2024-07-01') TO ('2025-01-01');
CREATE TABLE public.m2 PARTITION OF public.m FOR VALUES IN (2);
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr AFTER INSERT ON public.m FOR EACH ROW EXECUTE FUNCTION public.tf();
-- @source
CREATE TABLE public.m (tenant int NOT NULL, at date NOT NULL, v varchar(20) DEFAULT 'x' NOT NULL, n bigint, PRIMARY KEY (tenant, at), CHECK (tenant > 0)) PARTITION BY LIST (tenant);
CREATE TABLE public.m1 PARTITION OF public.m FOR VALUES IN (1);
CREATE TABLE public.m2 PARTITION OF public.m FOR VALUES IN (2, 3) PARTITION BY HASH (at);
CREATE TABLE public.m2_a PARTITION OF public.m2 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE public.m2_b PARTITION OF public.m2 (v DEFAULT 'own') FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr AFTER INSERT OR UPDATE OF v ON public.m FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE INDEX ON public.m (v);
-- @rows
INSERT INTO public.m VALUES (1, '2024-02-02', 'a'), (1, '2024-08-08', 'b'), (2, '2024-01-01', 'c');
-- @rows source
INSERT INTO public.m VALUES (1, '2024-02-02', 'a'), (1, '2024-08-08', 'b'), (2, '2024-01-01', 'c');
