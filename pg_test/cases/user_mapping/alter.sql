-- Options that are no secrets are added, set and dropped in place; secrets that agree stay what they are, unread.
-- @target
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR alice SERVER s OPTIONS ("user" 'a', dbname 'x', password 'Geheim ''1''');
CREATE USER MAPPING FOR PUBLIC SERVER s;
CREATE USER MAPPING FOR bob SERVER s OPTIONS ("user" 'b', token 'Geheim');
-- @source
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR alice SERVER s OPTIONS ("user" 'it''s', port '1', password 'Geheim ''1''');
CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS ("user" 'all');
CREATE USER MAPPING FOR bob SERVER s OPTIONS ("user" 'b', token 'Geheim');
