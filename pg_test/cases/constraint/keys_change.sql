-- Keys that change while others refer to them: the foreign keys are made again around them.
-- @target
CREATE TABLE public.r (a int NOT NULL, b int NOT NULL, CONSTRAINT r_key PRIMARY KEY (a), CONSTRAINT r_b UNIQUE (b));
CREATE TABLE public.t (a int, b int,
    CONSTRAINT t_a FOREIGN KEY (a) REFERENCES public.r (a) ON DELETE SET NULL,
    CONSTRAINT t_b FOREIGN KEY (b) REFERENCES public.r (b));
COMMENT ON CONSTRAINT t_b ON public.t IS 'survives';
-- @source
CREATE TABLE public.r (a int NOT NULL, b int NOT NULL, CONSTRAINT r_key PRIMARY KEY (b), CONSTRAINT r_b UNIQUE (a) INCLUDE (b));
CREATE TABLE public.t (a int, b int,
    CONSTRAINT t_a FOREIGN KEY (a) REFERENCES public.r (a) ON DELETE SET NULL,
    CONSTRAINT t_b FOREIGN KEY (b) REFERENCES public.r (b));
COMMENT ON CONSTRAINT t_b ON public.t IS 'survives';
-- @rows
INSERT INTO public.r VALUES (1, 2), (3, 4);
INSERT INTO public.t VALUES (1, 4), (NULL, 2);
-- @rows source
INSERT INTO public.r VALUES (1, 2), (3, 4);
INSERT INTO public.t VALUES (1, 4), (NULL, 2);
