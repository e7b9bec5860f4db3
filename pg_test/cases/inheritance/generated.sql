-- A child declares a column that its parent generates: it was made alone and told to inherit later.
-- @source
CREATE TABLE public.p (a integer NOT NULL, b integer GENERATED ALWAYS AS (a * 2) STORED);
CREATE TABLE public.declares (a integer NOT NULL, "b" integer GENERATED ALWAYS AS (a * 2) STORED, own text);
ALTER TABLE public.declares INHERIT public.p;
CREATE TABLE public.other_order (own text, b integer GENERATED ALWAYS AS (a * 2) STORED, a integer NOT NULL);
ALTER TABLE public.other_order INHERIT public.p;
CREATE TABLE public.takes () INHERITS (public.p);
CREATE TABLE public.grandchild (b integer) INHERITS (public.declares, public.takes);
CREATE TABLE public.not_yet (a integer NOT NULL, b integer);
-- @rows source
INSERT INTO public.declares VALUES (1, DEFAULT, 'x');
INSERT INTO public.grandchild VALUES (3);
-- @lossy source table public.declares
