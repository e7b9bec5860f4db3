-- Every property changes, with positions outside the new bounds.
-- @target
CREATE SEQUENCE public.a;
CREATE SEQUENCE public.b AS integer INCREMENT 2 MAXVALUE 1000;
CREATE SEQUENCE public.c START 5;
CREATE SEQUENCE public.d;
CREATE SEQUENCE public.e MAXVALUE 100 CYCLE;
CREATE SEQUENCE public.f AS smallint;
CREATE SEQUENCE public.g;
SELECT nextval('public.c'), nextval('public.e'), nextval('public.e');
-- @source
CREATE SEQUENCE public.a START 100 MINVALUE 50 CACHE 10;
CREATE SEQUENCE public.b AS bigint INCREMENT 3;
CREATE SEQUENCE public.c MAXVALUE 3 START 2 CYCLE;
CREATE SEQUENCE public.d INCREMENT -1;
CREATE SEQUENCE public.e MINVALUE 1000 MAXVALUE 2000;
CREATE SEQUENCE public.f AS integer MINVALUE -5 START 3;
CREATE UNLOGGED SEQUENCE public.g;
CREATE SEQUENCE public.h;
SELECT nextval('public.e');
ALTER SEQUENCE public.a OWNER TO bob;
