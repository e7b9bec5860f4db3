-- A view that groups by a primary key depends on it, and is made again around a key that changes.
-- @target
CREATE TABLE public.t (id int NOT NULL, label text, n int);
ALTER TABLE public.t ADD CONSTRAINT t_key PRIMARY KEY (id);
CREATE VIEW public.v AS SELECT id, label, sum(n) AS sum FROM public.t GROUP BY id;
CREATE VIEW public.w AS SELECT * FROM public.v;
COMMENT ON VIEW public.v IS 'grouped';
-- @source
CREATE TABLE public.t (id int NOT NULL, label text, n int);
ALTER TABLE public.t ADD CONSTRAINT t_key PRIMARY KEY (id) INCLUDE (n);
CREATE VIEW public.v AS SELECT id, label, sum(n) AS sum FROM public.t GROUP BY id;
CREATE VIEW public.w AS SELECT * FROM public.v;
COMMENT ON VIEW public.v IS 'grouped';
-- @rows
INSERT INTO public.t VALUES (1, 'x', 2);
