-- User mappings, for everyone and for roles with hostile names.
-- @both
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER "It's ""s""; --" FOREIGN DATA WRAPPER w;
-- @source
CREATE SERVER new FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR PUBLIC SERVER "It's ""s""; --" OPTIONS ("user" 'it''s "x" \');
CREATE USER MAPPING FOR "Carol Ünï" SERVER "It's ""s""; --" OPTIONS (username 'c', dbname 'd ''b''');
CREATE USER MAPPING FOR "quo""ted" SERVER new;
CREATE USER MAPPING FOR alice SERVER new OPTIONS ("user" 'a', password_required 'false');
