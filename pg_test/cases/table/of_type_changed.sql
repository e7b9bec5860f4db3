-- The type of typed tables gets and loses attributes; the tables go along.
-- @both
CREATE TYPE public.row_type AS (id integer, retyped integer, gone text);
CREATE TABLE public.typed OF public.row_type;
CREATE TABLE public.leaving OF public.row_type;
-- @source
ALTER TYPE public.row_type ADD ATTRIBUTE added date CASCADE;
ALTER TYPE public.row_type DROP ATTRIBUTE gone CASCADE;
ALTER TYPE public.row_type ALTER ATTRIBUTE retyped TYPE bigint CASCADE;
ALTER TABLE public.leaving NOT OF;
-- @rows
INSERT INTO public.typed VALUES (1, 2, 'x');
-- @lossy table column public.typed.gone, table column public.leaving.gone
