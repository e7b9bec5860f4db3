-- A list of VALUES with names for its columns: printed as a subquery, it would be read as one.
-- @target
CREATE VIEW public.v (a, b) AS VALUES (1, 'x'), (2, 'y');
CREATE VIEW public.w AS VALUES (1, 'x');
-- @source
CREATE VIEW public.v AS VALUES (1, 'x'), (2, 'y');
CREATE VIEW public.w (column1, "Select", c) WITH (security_barrier) AS VALUES (1, 'x', NULL::date);
CREATE VIEW public.x AS SELECT * FROM (VALUES (1, 2)) AS t (a, b);
