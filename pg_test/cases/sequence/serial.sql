-- serial comes and goes, on tables that stay and that come with it; with owners.
-- @both
CREATE TABLE public.t (x integer);
-- @source
ALTER TABLE public.t ADD COLUMN id serial;
ALTER TABLE public.t ADD COLUMN big bigserial PRIMARY KEY;
CREATE TABLE public.u ("Id" smallserial, y text);
ALTER TABLE public.u OWNER TO alice;
-- @rows
INSERT INTO public.t VALUES (1), (2);
-- @rows source
INSERT INTO public.t VALUES (1), (2);
