-- Everything that has an ALTER; two_phase makes the subscription anew. A secret that agrees stays, unread.
-- @target
CREATE SUBSCRIPTION pgdiff_s CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p, q WITH (connect = false, slot_name = 'one');
CREATE SUBSCRIPTION pgdiff_loses_slot CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false, slot_name = 'kept', streaming = on);
CREATE SUBSCRIPTION pgdiff_two CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION pgdiff_secret CONNECTION 'host=127.0.0.1 port=1 user=u password=''Geheim 1''' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION pgdiff_uri CONNECTION 'postgresql://u:Geheim@127.0.0.1:1/x' PUBLICATION p WITH (connect = false);
COMMENT ON SUBSCRIPTION pgdiff_two IS 'kept';
ALTER SUBSCRIPTION pgdiff_two OWNER TO super_role;
-- @source
CREATE SUBSCRIPTION pgdiff_s CONNECTION 'host=127.0.0.1 port=2 dbname=''x''' PUBLICATION q, "r;" WITH (connect = false, slot_name = 'two', binary = true, synchronous_commit = 'local');
CREATE SUBSCRIPTION pgdiff_loses_slot CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false, slot_name = NONE, disable_on_error = true);
CREATE SUBSCRIPTION pgdiff_two CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false, two_phase = true);
CREATE SUBSCRIPTION pgdiff_secret CONNECTION 'host=127.0.0.1 port=1 user=u password=''Geheim 1''' PUBLICATION q WITH (connect = false);
CREATE SUBSCRIPTION pgdiff_uri CONNECTION 'postgresql://u:Geheim@127.0.0.1:1/x' PUBLICATION p WITH (connect = false, binary = true);
COMMENT ON SUBSCRIPTION pgdiff_two IS 'kept';
COMMENT ON SUBSCRIPTION pgdiff_s IS 'new';
ALTER SUBSCRIPTION pgdiff_two OWNER TO super_role;
