-- Primary keys and unique constraints in every form.
-- @both
CREATE TABLE public.t (a int NOT NULL, b int NOT NULL, c text, d int, e int, f int);
-- @source
ALTER TABLE public.t ADD CONSTRAINT "Key t" PRIMARY KEY (b, a) INCLUDE (c) WITH (fillfactor = 70) USING INDEX TABLESPACE spare_space;
ALTER TABLE public.t ADD CONSTRAINT t_c UNIQUE NULLS NOT DISTINCT (c);
ALTER TABLE public.t ADD CONSTRAINT t_d UNIQUE (d) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE public.t ADD CONSTRAINT t_e UNIQUE (e, f) INCLUDE (d) DEFERRABLE;
ALTER TABLE public.t ADD UNIQUE (f);
COMMENT ON CONSTRAINT "Key t" ON public.t IS 'the key';
COMMENT ON CONSTRAINT t_c ON public.t IS 'null once';
-- @rows
INSERT INTO public.t VALUES (1, 1, 'x', 1, 1, 1), (2, 1, 'y', 2, 2, NULL);
-- @rows source
INSERT INTO public.t VALUES (1, 1, 'x', 1, 1, 1), (2, 1, 'y', 2, 2, NULL);
