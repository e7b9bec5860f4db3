-- Subscriptions are made disabled and without contact, and dropped without it; hostile names, owners, comments.
-- @both
CREATE TABLE public.t (a integer PRIMARY KEY);
-- @source
CREATE SUBSCRIPTION pgdiff_plain CONNECTION 'host=127.0.0.1 port=1 dbname=nowhere' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION "It's ""s""; --" CONNECTION 'host=''a b'' dbname=''it\''s''' PUBLICATION "p ""1""", q, "select" WITH (connect = false, slot_name = 'the_slot', binary = true, streaming = on, synchronous_commit = 'remote_apply', disable_on_error = true);
CREATE SUBSCRIPTION pgdiff_slotless CONNECTION 'postgresql://user@127.0.0.1:1/nowhere?application_name=x' PUBLICATION p WITH (connect = false, slot_name = NONE, two_phase = true);
ALTER SUBSCRIPTION pgdiff_plain OWNER TO super_role;
COMMENT ON SUBSCRIPTION "It's ""s""; --" IS 'it''s';
-- @rows
INSERT INTO public.t VALUES (1);
