-- Loses the ten tables.

DROP TABLE movie_genres;

DROP TABLE "cast";

DROP TABLE ratings;

DROP TABLE movies;

DROP TABLE genres;

DROP TABLE actors;

DROP TABLE distributors;

DROP TABLE studios;

DROP TABLE writers;

DROP TABLE directors;
