-- Loses nothing but who works on what at this moment.

DROP TABLE visits;

DROP TABLE paces;

DROP TABLE listings;

DROP TABLE leases;

DROP TABLE workers;
