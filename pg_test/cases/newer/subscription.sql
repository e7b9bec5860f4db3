-- What subscriptions have since 16 and 17 comes, changes and goes.
-- @server 17
-- @target
CREATE SUBSCRIPTION s CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false, slot_name = 'x', enabled = false, two_phase = true, failover = true);
CREATE SUBSCRIPTION "s 2" CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false, slot_name = NONE, enabled = false, origin = none, run_as_owner = true, password_required = false, streaming = parallel);
-- @source
CREATE SUBSCRIPTION s CONNECTION 'host=nowhere.invalid' PUBLICATION p, "q""r" WITH (connect = false, slot_name = 'y', enabled = false, streaming = off);
CREATE SUBSCRIPTION "s 2" CONNECTION 'host=nowhere.invalid' PUBLICATION p WITH (connect = false, slot_name = NONE, enabled = false, streaming = on, binary = true, disable_on_error = true);
