Default, not null and constraints of a domain, in place.
-- @target
CREATE DOMAIN public.d AS int DEFAULT 1 CONSTRAINT low CHECK (VALUE > 0) CONSTRAINT goes CHECK (VALUE <> 13);
ALTER DOMAIN public.d ADD CONSTRAINT later CHECK (VALUE < 1000) NOT VALID;
CREATE DOMAIN public.e AS text;
-- @source
CREATE DOMAIN public.d AS int DEFAULT (2 + 3) NOT NULL CONSTRAINT low CHECK (VALUE > -1) CONSTRAINT comes CHECK (VALUE <> 14) CONSTRAINT later CHECK (VALUE < 1000);
COMMENT ON CONSTRAINT later ON DOMAIN public.d IS 'validated';
CREATE DOMAIN public.e AS text NOT NULL;
ALTER DOMAIN public.e OWNER TO bob;
-- @both
CREATE DOMAIN public.dd AS public.d;
CREATE TABLE public.t (id int PRIMARY KEY, v public.d DEFAULT 7, w public.dd, e public.e);
-- @rows
INSERT INTO public.t VALUES (1, 1, 2, 'x'), (2, 5, 6, 'y');
-- @rows source
INSERT INTO public.t VALUES (1, 1, 2, 'x'), (2, 5, 6, 'y');
