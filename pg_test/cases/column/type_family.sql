-- Types that convert into each other without loss, both ways round.
-- @target
CREATE TABLE public.t (
  a integer, b varchar(10), c text, d numeric(10,2), e timestamp, f timestamptz, g date, h json, i cidr, j real, k smallint,
  l integer[], m varchar(5)[], n boolean, o char(5), p time, q bit varying(5), r interval, s name, u uuid, w bigint, x xml, y money);
-- @source
CREATE TABLE public.t (
  a bigint, b varchar(20), c varchar(100), d numeric(12,4), e timestamptz, f timestamp(3), g timestamp, h jsonb, i inet,
  j double precision, k integer, l bigint[], m text[], n integer, o text, p interval, q bit varying(9), r interval(3), s text,
  u text, w numeric, x text, y numeric);
-- @rows
INSERT INTO public.t VALUES (1, 'abc', 'def', 1.25, '2020-01-01 10:00', '2020-01-01 10:00+00', '2020-01-02', '{"a": 1}', '10.0.0.0/8',
  1.5, 3, '{1,2}', '{a,b}', true, 'ab', '10:00', B'101', '1 day', 'nm', '6ecd8c99-4036-403d-bf84-cf8400f67836', 5, '<a/>', 1.25);
INSERT INTO public.t DEFAULT VALUES;
-- @rows source
INSERT INTO public.t VALUES (1, 'abc', 'def', 1.25, '2020-01-01 10:00+00', '2020-01-01 10:00', '2020-01-02', '{"a": 1}', '10.0.0.0/8',
  1.5, 3, '{1,2}', '{a,b}', 1, 'ab', '10:00', B'101', '1 day', 'nm', '6ecd8c99-4036-403d-bf84-cf8400f67836', 5, '<a/>', 1.25);
INSERT INTO public.t DEFAULT VALUES;
