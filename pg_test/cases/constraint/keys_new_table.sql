-- Everything a table can have when it is new.
-- @both
CREATE TABLE public.old (id int PRIMARY KEY);
-- @source
CREATE TABLE public.t (
    id int NOT NULL CONSTRAINT t_key PRIMARY KEY WITH (fillfactor = 80),
    up int CONSTRAINT t_up REFERENCES public.t,
    old int REFERENCES public.old ON DELETE CASCADE,
    a int CHECK (a > 0),
    b circle,
    CONSTRAINT ab UNIQUE NULLS NOT DISTINCT (a, id) INCLUDE (old) USING INDEX TABLESPACE spare_space DEFERRABLE,
    CONSTRAINT disjoint EXCLUDE USING gist (b WITH &&) WHERE (a > 5) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT "order" CHECK (a < id) NO INHERIT);
COMMENT ON CONSTRAINT disjoint ON public.t IS 'apart';
COMMENT ON CONSTRAINT t_up ON public.t IS 'upwards';
-- @rows source
INSERT INTO public.old VALUES (1);
INSERT INTO public.t VALUES (10, NULL, 1, 6, '<(1,1),1>'), (11, 10, NULL, 7, '<(5,5),1>');
-- @lossy source table public.t
