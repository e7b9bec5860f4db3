-- Two keys exchange their names; an index takes the name of a constraint; a check takes the name of a foreign key.
-- @target
CREATE TABLE public.t (a int CONSTRAINT one UNIQUE, b int CONSTRAINT two UNIQUE, c int CONSTRAINT three UNIQUE, d int CONSTRAINT four REFERENCES public.t (a));
-- @source
CREATE TABLE public.t (a int CONSTRAINT two UNIQUE, b int CONSTRAINT one UNIQUE, c int, d int CONSTRAINT four CHECK (d > 0));
CREATE INDEX three ON public.t (c);
-- @rows
INSERT INTO public.t VALUES (1, 2, 3, 1);
-- @rows source
INSERT INTO public.t VALUES (1, 2, 3, 1);
