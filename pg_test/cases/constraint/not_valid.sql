-- NOT VALID on one side only: validated in place one way, made again the other.
-- @target
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.t (id int, r int);
ALTER TABLE public.t ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
ALTER TABLE public.t ADD CONSTRAINT t_r FOREIGN KEY (r) REFERENCES public.r NOT VALID;
COMMENT ON CONSTRAINT positive ON public.t IS 'kept';
-- @source
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.t (id int, r int);
ALTER TABLE public.t ADD CONSTRAINT positive CHECK (id > 0);
ALTER TABLE public.t ADD CONSTRAINT t_r FOREIGN KEY (r) REFERENCES public.r;
COMMENT ON CONSTRAINT positive ON public.t IS 'kept';
-- @rows
INSERT INTO public.r VALUES (1);
INSERT INTO public.t VALUES (1, 1), (2, NULL);
