-- Functions made before a transform don't depend on it, and those made after it do.
-- @source
CREATE FUNCTION public.before(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 1';
CREATE TABLE public.t (a integer, b integer ) PARTITION BY LIST (a);
CREATE VIEW public.v AS SELECT public.before(1) AS a;
CREATE FUNCTION public.takes_row(public.v, integer) RETURNS integer LANGUAGE sql AS 'SELECT $2';
CREATE TRANSFORM FOR integer LANGUAGE sql
    (FROM SQL WITH FUNCTION pg_catalog.prsd_lextype(internal), TO SQL WITH FUNCTION pg_catalog.int4recv(internal));
CREATE FUNCTION public.after(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 1';
CREATE VIEW public.w AS SELECT public.after(2) AS a;
