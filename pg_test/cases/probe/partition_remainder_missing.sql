-- Another modulus, and one remainder has no partition.
-- @target
CREATE TABLE w (a int) PARTITION BY HASH (a);
CREATE TABLE w0 PARTITION OF w FOR VALUES WITH (MODULUS 1, REMAINDER 0);
-- @source
CREATE TABLE w (a int) PARTITION BY HASH (a);
CREATE TABLE w0 PARTITION OF w FOR VALUES WITH (MODULUS 2, REMAINDER 0);
-- @rows
INSERT INTO w SELECT generate_series(1, 50);
-- @fails no partition of relation
