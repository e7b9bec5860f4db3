-- An extension that can't be moved is made anew in the other schema, as nothing holds rows of it.
-- @both
CREATE SCHEMA other;
-- @target
CREATE EXTENSION tablefunc;
CREATE EXTENSION pageinspect;
-- @source
CREATE EXTENSION tablefunc SCHEMA other;
CREATE EXTENSION pageinspect SCHEMA other;
