-- NOT NULL of domains has a name from 17 on.
-- @server 17
-- @both
CREATE DOMAIN renamed AS integer;
CREATE DOMAIN made AS text CONSTRAINT "no null" NOT NULL;
-- @target
ALTER DOMAIN renamed ADD CONSTRAINT one NOT NULL;
COMMENT ON CONSTRAINT one ON DOMAIN renamed IS 'one';
ALTER DOMAIN made DROP NOT NULL;
-- @source
ALTER DOMAIN renamed ADD CONSTRAINT "Two ""2""" NOT NULL;
CREATE DOMAIN fresh AS integer CONSTRAINT f NOT NULL CHECK (VALUE > 0);
COMMENT ON CONSTRAINT f ON DOMAIN fresh IS 'it''s f';
