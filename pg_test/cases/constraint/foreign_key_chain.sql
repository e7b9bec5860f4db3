-- Tables that refer to each other in a ring are made and dropped.
-- @both
CREATE TABLE public.stays (id int PRIMARY KEY);
-- @source
CREATE TABLE public.x (id int PRIMARY KEY, y int);
CREATE TABLE public.y (id int PRIMARY KEY, z int REFERENCES public.x, s int REFERENCES public.stays);
CREATE TABLE public.z (id int PRIMARY KEY, x int REFERENCES public.x, y int REFERENCES public.y);
ALTER TABLE public.x ADD CONSTRAINT x_y FOREIGN KEY (y) REFERENCES public.y;
ALTER TABLE public.x ADD CONSTRAINT x_x FOREIGN KEY (id) REFERENCES public.x;
ALTER TABLE public.stays ADD COLUMN z int CONSTRAINT stays_z REFERENCES public.z;
