-- Recursive views, views that need each other by way of functions, and one that becomes recursive.
-- @both
CREATE TABLE public.node (id int PRIMARY KEY, parent int, name text);
-- @target
CREATE RECURSIVE VIEW public.tree (id, depth) AS SELECT id, 0 FROM public.node WHERE parent IS NULL UNION ALL SELECT n.id, depth + 1 FROM public.node n JOIN tree t ON n.parent = t.id;
CREATE VIEW public.plain AS SELECT id FROM public.tree;
CREATE VIEW public.a AS SELECT 1 AS x;
CREATE VIEW public.b AS SELECT x FROM public.a;
-- @source
CREATE RECURSIVE VIEW public.tree (id, depth, path) AS SELECT id, 0::bigint, name FROM public.node WHERE parent IS NULL UNION ALL SELECT n.id, depth + 1, t.path || n.name FROM public.node n JOIN tree t ON n.parent = t.id;
CREATE RECURSIVE VIEW public.plain (id) AS SELECT id FROM public.tree UNION SELECT p.id + 1 FROM plain p WHERE p.id < 5;
CREATE VIEW public.a AS SELECT 1 AS x, 2 AS y;
CREATE VIEW public.b AS SELECT x, y FROM public.a;
CREATE FUNCTION public.f() RETURNS SETOF public.b LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM public.b; END;
CREATE OR REPLACE VIEW public.a AS SELECT f.x, f.y FROM public.f() f;
