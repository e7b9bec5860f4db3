-- All fit.
-- @target
CREATE TABLE t (a bigint, b varchar(20), c numeric(10, 4), d text, e bit(8), f timestamptz);
-- @source
CREATE TABLE t (a int, b varchar(10), c numeric(6, 2), d date, e varbit(8), f date);
-- @rows
INSERT INTO t VALUES (1, 'short', 12.5, '2024-02-29', B'10101010', '2024-02-29 00:00:00+00');
