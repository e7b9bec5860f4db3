-- Defaults that read a sequence which another table owns; owned sequences that move to another table, or change places.
-- @both
CREATE TABLE public.x ();
-- @target
CREATE TABLE public.a (id serial, x integer);
CREATE TABLE public."B b" (id integer DEFAULT nextval('public.a_id_seq'), y integer);
CREATE SEQUENCE public.moves OWNED BY public.a.x;
CREATE SEQUENCE public.other OWNED BY public."B b".y;
CREATE TABLE public.goes (id serial);
CREATE TABLE public.uses (id integer DEFAULT nextval('public.goes_id_seq'));
-- @source
CREATE TABLE public.a (id integer, x integer);
CREATE TABLE public."B b" (id integer, y integer);
CREATE SEQUENCE public.a_id_seq AS integer OWNED BY public."B b".id;
ALTER TABLE public.a ALTER id SET DEFAULT nextval('public.a_id_seq');
ALTER TABLE public."B b" ALTER id SET DEFAULT nextval('public.a_id_seq');
CREATE SEQUENCE public.moves OWNED BY public."B b".y;
CREATE SEQUENCE public.other OWNED BY public.a.x;
CREATE SEQUENCE public.goes_id_seq AS integer;
CREATE TABLE public.uses (id integer DEFAULT nextval('public.goes_id_seq'));
ALTER SEQUENCE public.goes_id_seq OWNED BY public.uses.id;
-- @rows
INSERT INTO public.a (x) VALUES (1); INSERT INTO public."B b" (y) VALUES (1); INSERT INTO public.uses DEFAULT VALUES;
-- @rows source
INSERT INTO public.a (id, x) VALUES (1, 1); INSERT INTO public."B b" (y) VALUES (1); INSERT INTO public.uses DEFAULT VALUES;
-- @lossy table public.goes
