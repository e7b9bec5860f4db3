-- Deferrability of a foreign key changes in place; actions make another one of it.
-- @target
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.t (a int CONSTRAINT t_a REFERENCES public.r, b int CONSTRAINT t_b REFERENCES public.r DEFERRABLE INITIALLY DEFERRED,
    c int CONSTRAINT t_c REFERENCES public.r, d int CONSTRAINT t_d REFERENCES public.r DEFERRABLE);
COMMENT ON CONSTRAINT t_c ON public.t IS 'made again';
-- @source
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.t (a int CONSTRAINT t_a REFERENCES public.r DEFERRABLE INITIALLY DEFERRED, b int CONSTRAINT t_b REFERENCES public.r,
    c int CONSTRAINT t_c REFERENCES public.r ON DELETE CASCADE, d int CONSTRAINT t_d REFERENCES public.r DEFERRABLE INITIALLY DEFERRED);
COMMENT ON CONSTRAINT t_c ON public.t IS 'made again';
-- @rows
INSERT INTO public.r VALUES (1);
INSERT INTO public.t VALUES (1, 1, 1, 1);
