-- Everything that has an ALTER: options of table and columns, types, defaults, checks, NOT NULL, columns that come and go.
-- @target
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE public.t (
    a integer OPTIONS (n '1', "b c" 'x', gone 'it''s'),
    b text NOT NULL DEFAULT 'x',
    c text,
    d integer DEFAULT 5,
    goes integer,
    CONSTRAINT k CHECK (a > 0)
) SERVER s OPTIONS (one '1', two '2');
CREATE VIEW public.v AS SELECT c, d FROM public.t;
COMMENT ON FOREIGN TABLE public.t IS 'one';
GRANT SELECT ON public.t TO alice;
-- @source
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE public.t (
    a integer OPTIONS (n '2', "b c" 'x', "new" '\'),
    b text OPTIONS (x ''),
    c date NOT NULL,
    d text DEFAULT 'five',
    comes integer OPTIONS (y 'z') NOT NULL DEFAULT random(),
    counted bigint GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT k CHECK (a > 1),
    CONSTRAINT l CHECK (b <> '')
) SERVER s OPTIONS (one '1', two 'it''s', "th;ree" '3');
CREATE VIEW public.v AS SELECT c, d FROM public.t;
ALTER FOREIGN TABLE public.t OWNER TO bob;
COMMENT ON FOREIGN TABLE public.t IS 'two';
GRANT SELECT, DELETE ON public.t TO alice;
