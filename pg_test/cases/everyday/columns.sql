-- Columns: added, dropped, renamed by drop and add, nullable, defaults, types, all at once over several tables.
-- @target
CREATE TABLE public.a (id int, b int NOT NULL, c text DEFAULT 'x', d date, e timestamp, f float8, g money, h bit(4), i interval, j json);
CREATE TABLE public.b (id smallint DEFAULT 1, arr int[], txt varchar(20)[], num numeric, ts timestamptz(3), u uuid, x xml, b bytea);
CREATE TABLE public.c ();
CREATE TABLE public.d (a int, b int, c int);
CREATE TABLE public.e (a int PRIMARY KEY, b int UNIQUE, c int NOT NULL DEFAULT 0);
-- @source
CREATE TABLE public.a (id bigint NOT NULL DEFAULT 7, b int, c text NOT NULL, d timestamptz, e date, f numeric(10,3), g numeric, h varbit(8), i text, j jsonb);
CREATE TABLE public.b (id int DEFAULT 2, arr bigint[], txt text[], num int, ts timestamp, u text, x text, b text, extra int[] DEFAULT '{1,2}');
CREATE TABLE public.c ("only" int);
CREATE TABLE public.d ();
CREATE TABLE public.e (a bigint PRIMARY KEY, b bigint UNIQUE, c bigint NOT NULL DEFAULT 0, d int NOT NULL DEFAULT 2 CHECK (d > 1) UNIQUE REFERENCES public.e (b));
-- @lossy table column public.d.a, table column public.d.b, table column public.d.c
-- @lossy source table column public.b.extra, table column public.c."only", table column public.e.d
-- @rows
INSERT INTO public.a VALUES (1, 2, 'c', '2020-01-01', '2020-01-01', 1.5, 2, B'1010', '1 day', '{}');
INSERT INTO public.e VALUES (1, 2, 3);
