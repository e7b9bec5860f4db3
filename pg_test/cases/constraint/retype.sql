-- Columns change type under constraints and indexes of every kind: each is carried along or made again, comments too.
-- @target
CREATE TABLE public.r (id int CONSTRAINT r_key PRIMARY KEY, code int CONSTRAINT r_code UNIQUE);
CREATE TABLE public.t (a int CONSTRAINT a_r REFERENCES public.r, b int, c int, s varchar(10), p int4range,
    CONSTRAINT t_key PRIMARY KEY (a), CONSTRAINT less CHECK (b < c), CONSTRAINT text CHECK (s <> ''),
    CONSTRAINT apart EXCLUDE USING gist (p WITH &&), CONSTRAINT sum EXCLUDE ((b + c) WITH =));
CREATE INDEX t_expr ON public.t ((b + c));
CREATE INDEX t_part ON public.t (s) WHERE b > 0;
CREATE INDEX t_plain ON public.t (c) INCLUDE (b);
COMMENT ON CONSTRAINT less ON public.t IS 'less';
COMMENT ON CONSTRAINT t_key ON public.t IS 'key';
COMMENT ON CONSTRAINT a_r ON public.t IS 'reference';
COMMENT ON INDEX public.t_expr IS 'expression';
COMMENT ON INDEX public.t_plain IS 'plain';
-- @source
CREATE TABLE public.r (id bigint CONSTRAINT r_key PRIMARY KEY, code text CONSTRAINT r_code UNIQUE);
CREATE TABLE public.t (a bigint CONSTRAINT a_r REFERENCES public.r, b numeric, c numeric, s text, p int4range,
    CONSTRAINT t_key PRIMARY KEY (a), CONSTRAINT less CHECK (b < c), CONSTRAINT text CHECK (s <> ''),
    CONSTRAINT apart EXCLUDE USING gist (p WITH &&), CONSTRAINT sum EXCLUDE ((b + c) WITH =));
CREATE INDEX t_expr ON public.t ((b + c));
CREATE INDEX t_part ON public.t (s) WHERE b > 0;
CREATE INDEX t_plain ON public.t (c) INCLUDE (b);
COMMENT ON CONSTRAINT less ON public.t IS 'less';
COMMENT ON CONSTRAINT t_key ON public.t IS 'key';
COMMENT ON CONSTRAINT a_r ON public.t IS 'reference';
COMMENT ON INDEX public.t_expr IS 'expression';
COMMENT ON INDEX public.t_plain IS 'plain';
-- @rows
INSERT INTO public.r VALUES (1, 5);
INSERT INTO public.t VALUES (1, 1, 2, 'x', '[1,2)');
-- @rows source
INSERT INTO public.r VALUES (1, '5');
INSERT INTO public.t VALUES (1, 1, 2, 'x', '[1,2)');
