-- What servers before 18 have no place for; newer-17.sql comes first.
CREATE SCHEMA "N 18";
CREATE TABLE "N 18".t (
    id integer CONSTRAINT "no null" NOT NULL,
    a integer CONSTRAINT t_a_not_null NOT NULL NO INHERIT,
    b integer,
    stored integer GENERATED ALWAYS AS (id + 1) STORED,
    computed integer GENERATED ALWAYS AS (id * 2) VIRTUAL,
    PRIMARY KEY (id),
    CONSTRAINT loose CHECK (a > 0) NOT ENFORCED,
    CONSTRAINT tight CHECK (b > 0)
);
ALTER TABLE "N 18".t ADD CONSTRAINT later NOT NULL b NOT VALID;
COMMENT ON CONSTRAINT "no null" ON "N 18".t IS 'why';
COMMENT ON CONSTRAINT loose ON "N 18".t IS 'gone with it';
CREATE TABLE "N 18".child (id integer CONSTRAINT own NOT NULL, more text) INHERITS ("N 18".t);
CREATE TABLE "N 18".p (k integer CONSTRAINT knn NOT NULL, v text) PARTITION BY LIST (k);
CREATE TABLE "N 18".p1 PARTITION OF "N 18".p FOR VALUES IN (1);
CREATE TABLE "N 18".f (id integer REFERENCES "N 18".t NOT ENFORCED);
CREATE TABLE "N 18".room (id int4range, during daterange, PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE "N 18".booking (id int4range, during daterange, FOREIGN KEY (id, PERIOD during) REFERENCES "N 18".room (id, PERIOD during));
CREATE PUBLICATION generated FOR TABLE "N 18".t WITH (publish_generated_columns = stored);
