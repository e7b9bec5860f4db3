Enum types made and dropped, with owner, privileges, comment, hostile names and no value at all.
-- @both
CREATE SCHEMA "Sch ema";
-- @source
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE "Sch ema"."select" AS ENUM ('it''s', 'back\slash', 'dou"ble', 'Ünï', '');
CREATE TYPE public.empty AS ENUM ();
ALTER TYPE public.mood OWNER TO alice;
GRANT USAGE ON TYPE public.mood TO bob WITH GRANT OPTION;
REVOKE USAGE ON TYPE public.mood FROM PUBLIC;
COMMENT ON TYPE "Sch ema"."select" IS 'a ''quoted'' comment';
CREATE TABLE public.t (id int PRIMARY KEY, m public.mood DEFAULT 'ok' CHECK (m <> 'sad'), s "Sch ema"."select"[]);
-- @rows source
INSERT INTO public.t VALUES (1, 'happy', ARRAY['it''s', 'back\slash']::"Sch ema"."select"[]), (2, NULL, NULL);
-- @lossy source table public.t
