-- The target, owner and comment change in place; kinds, columns and the relation make the statistics anew, with their facets.
-- @target
CREATE TABLE public.t (a integer, b integer, c text);
CREATE TABLE public.u (a integer, b integer, c text);
CREATE STATISTICS public.target ON a, b FROM public.t;
CREATE STATISTICS public.less ON a, b FROM public.t;
CREATE STATISTICS public.kinds (mcv) ON a, b FROM public.t;
CREATE STATISTICS public.columns ON a, b FROM public.t;
CREATE STATISTICS public.moves ON a, b FROM public.t;
CREATE STATISTICS public.owned ON a, b FROM public.t;
ALTER STATISTICS public.less SET STATISTICS 5;
ALTER STATISTICS public.columns SET STATISTICS 7;
ALTER STATISTICS public.kinds OWNER TO bob;
COMMENT ON STATISTICS public.kinds IS 'kept';
COMMENT ON STATISTICS public.owned IS 'one';
-- @source
CREATE TABLE public.t (a integer, b integer, c text);
CREATE TABLE public.u (a integer, b integer, c text);
CREATE STATISTICS public.target ON a, b FROM public.t;
CREATE STATISTICS public.less ON a, b FROM public.t;
CREATE STATISTICS public.kinds (ndistinct, dependencies) ON a, b FROM public.t;
CREATE STATISTICS public.columns ON a, b, lower(c) FROM public.t;
CREATE STATISTICS public.moves ON a, b FROM public.u;
CREATE STATISTICS public.owned ON a, b FROM public.t;
ALTER STATISTICS public.target SET STATISTICS 100;
ALTER STATISTICS public.columns SET STATISTICS 7;
ALTER STATISTICS public.kinds OWNER TO bob;
ALTER STATISTICS public.owned OWNER TO alice;
COMMENT ON STATISTICS public.kinds IS 'kept';
COMMENT ON STATISTICS public.owned IS 'two';
-- @rows
INSERT INTO public.t VALUES (1, 2, 'x');
