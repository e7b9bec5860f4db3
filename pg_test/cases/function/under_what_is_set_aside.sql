-- Functions that are made anew, or replaced by others of their name, under what only stands aside meanwhile: they can go only with that.
-- @target
CREATE FUNCTION public.gap(time, time) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT EXTRACT(EPOCH FROM ($1 - $2))';
CREATE TYPE public.timerange AS RANGE (subtype = time, subtype_diff = public.gap);
CREATE TABLE public.hours (r public.timerange, m public.timemultirange);
CREATE FUNCTION public.half(t int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT t % 2';
CREATE TABLE public.parted (id int, n text) PARTITION BY LIST (public.half(id));
CREATE TABLE public.parted_0 PARTITION OF public.parted FOR VALUES IN (0);
CREATE TABLE public.parted_1 PARTITION OF public.parted FOR VALUES IN (1);
CREATE VIEW public.halves AS SELECT public.half(id) FROM public.parted;
CREATE FUNCTION public.third(t int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT t % 3';
CREATE TABLE public.more (id int) PARTITION BY LIST (public.third(id));
CREATE TABLE public.more_1 PARTITION OF public.more FOR VALUES IN (1);
CREATE FUNCTION public.fn(t int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT t % 2';
CREATE TABLE public.other_key (id int, n text, g int GENERATED ALWAYS AS (public.fn(id)) STORED, d int DEFAULT public.fn(7), CHECK (public.fn(id) < 5)) PARTITION BY LIST (n);
CREATE TABLE public.other_key_a PARTITION OF public.other_key FOR VALUES IN ('a');
CREATE INDEX other_key_fn ON public.other_key (public.fn(id));
COMMENT ON FUNCTION public.fn(int) IS 'old';
-- @source
CREATE FUNCTION public.gap(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT EXTRACT(EPOCH FROM (a - b))';
CREATE TYPE public.timerange AS RANGE (subtype = time, subtype_diff = public.gap);
CREATE TABLE public.hours (r public.timerange, m public.timemultirange);
CREATE FUNCTION public.half(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x % 2';
CREATE TABLE public.parted (id int, n text) PARTITION BY LIST (public.half(id));
CREATE TABLE public.parted_0 PARTITION OF public.parted FOR VALUES IN (0);
CREATE TABLE public.parted_1 PARTITION OF public.parted FOR VALUES IN (1);
CREATE VIEW public.halves AS SELECT public.half(id) FROM public.parted;
CREATE FUNCTION public.third(t int, by int DEFAULT 3) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT t % by';
CREATE TABLE public.more (id int) PARTITION BY LIST (public.third(id));
CREATE TABLE public.more_1 PARTITION OF public.more FOR VALUES IN (1);
CREATE FUNCTION public.fn(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x % 2';
CREATE TABLE public.other_key (id int, n text, g int GENERATED ALWAYS AS (public.fn(id)) STORED, d int DEFAULT public.fn(7), CHECK (public.fn(id) < 5)) PARTITION BY RANGE (id);
CREATE TABLE public.other_key_a PARTITION OF public.other_key FOR VALUES FROM (0) TO (10);
CREATE INDEX other_key_fn ON public.other_key (public.fn(id));
REVOKE EXECUTE ON FUNCTION public.fn(int) FROM PUBLIC;
-- @rows
INSERT INTO public.hours VALUES ('[10:00,11:00)', '{[10:00,11:00)}');
INSERT INTO public.parted VALUES (1, 'a'), (2, 'b');
INSERT INTO public.more VALUES (1), (4);
INSERT INTO public.other_key VALUES (1, 'a');
-- @rows source
INSERT INTO public.hours VALUES ('[10:00,11:00)', '{[10:00,11:00)}');
INSERT INTO public.parted VALUES (1, 'a'), (2, 'b');
INSERT INTO public.more VALUES (1), (4);
INSERT INTO public.other_key VALUES (1, 'a');
