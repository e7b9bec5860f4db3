-- A partition of a partition goes with the one that is made anew: the check of the table above, which stays, waits for neither.
-- @target
CREATE TABLE p (a int, c date NOT NULL, CHECK (a > 0)) PARTITION BY RANGE (c);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST (a);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES IN (1, 2);
-- @source
CREATE TABLE p (a int, c date NOT NULL) PARTITION BY RANGE (c);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY HASH (a);
CREATE TABLE p1a PARTITION OF p1 FOR VALUES WITH (MODULUS 2, REMAINDER 0);
