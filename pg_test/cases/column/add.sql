-- Columns in the middle, at the end, with defaults and NOT NULL.
-- @target
CREATE TABLE public.t (id int, "Z z" text);
-- @source
CREATE TABLE public.t (id int, middle int NOT NULL DEFAULT 7, "Z z" text, "last" text COLLATE "C");
-- @rows
INSERT INTO public.t VALUES (1, 'a'), (2, 'b');
-- @rows source
INSERT INTO public.t VALUES (1, 2, 'a', 'b');
-- @lossy source table column public.t.middle, table column public.t.last
