-- Another expression under the same name; a comment that stays and one that changes.
-- @target
CREATE TABLE public.t (id int, n int, CONSTRAINT a CHECK (n > 0), CONSTRAINT b CHECK (id > 0), CONSTRAINT c CHECK (id < 100));
COMMENT ON CONSTRAINT a ON public.t IS 'stays';
COMMENT ON CONSTRAINT b ON public.t IS 'old';
-- @source
CREATE TABLE public.t (id int, n int, CONSTRAINT a CHECK (n > 1), CONSTRAINT b CHECK (id > 0), CONSTRAINT c CHECK (id < 100) NO INHERIT);
COMMENT ON CONSTRAINT a ON public.t IS 'stays';
COMMENT ON CONSTRAINT b ON public.t IS 'new';
-- @rows
INSERT INTO public.t VALUES (1, 2);
-- @rows source
INSERT INTO public.t VALUES (1, 2);
