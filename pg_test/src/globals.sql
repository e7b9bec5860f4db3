CREATE ROLE alice;
CREATE ROLE bob;
CREATE ROLE carol LOGIN PASSWORD 'carol''s secret';
CREATE ROLE "Carol Ünï";
CREATE ROLE "quo""ted";
CREATE ROLE reader_role;
CREATE ROLE writer_role;
CREATE ROLE owner_role;
CREATE TABLESPACE spare_space LOCATION :'space';
