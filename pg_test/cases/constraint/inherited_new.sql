-- A family with inherited and declared checks is made and dropped.
-- @source
CREATE TABLE public.parent (a int, b int, CONSTRAINT p CHECK (a > 0), CONSTRAINT both_have CHECK (b > 0), CONSTRAINT alone CHECK (b > 1) NO INHERIT);
CREATE TABLE public.child (c int, CONSTRAINT both_have CHECK (b > 0), CONSTRAINT own CHECK (c > 0)) INHERITS (public.parent);
CREATE TABLE public.grandchild () INHERITS (public.child);
ALTER TABLE public.parent ADD CONSTRAINT unchecked CHECK (a > 5) NOT VALID;
