-- Typed tables: made, and made of plain ones.
-- @both
CREATE TYPE public.row_type AS (id integer, "Label" text);
CREATE TABLE public.plain (id integer, "Label" text);
-- @source
CREATE TABLE public.typed OF public.row_type (id WITH OPTIONS DEFAULT 5 NOT NULL) WITH (fillfactor = 80);
ALTER TABLE public.typed ALTER "Label" SET COMPRESSION pglz, ALTER "Label" SET STORAGE MAIN;
CREATE TABLE public.typed_bare OF public.row_type;
ALTER TABLE public.plain OF public.row_type;
ALTER TABLE public.plain ALTER id SET DEFAULT 7;
-- @rows
INSERT INTO public.plain VALUES (1, 'x');
