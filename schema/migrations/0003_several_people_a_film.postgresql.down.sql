-- Loses all directors, writers, studios and distributors of a film but the first, ids, currencies, and the links'
-- sources. A text that is longer than the first version allowed is refused, never cut.

DROP TABLE movie_distributors;

DROP TABLE movie_studios;

DROP TABLE movie_writers;

DROP TABLE movie_directors;

DROP INDEX movie_genres_genre_id_idx;

DROP INDEX cast_actor_id_idx;

DROP INDEX cast_movie_id_idx;

DROP INDEX ratings_movie_id_idx;

DROP INDEX genres_name_key;

DROP INDEX movies_imdb_id_idx;

DROP INDEX movies_article_key;

DROP INDEX movies_wikidata_id_key;

ALTER TABLE movie_genres DROP COLUMN source_id;

ALTER TABLE "cast" DROP COLUMN source_id;

ALTER TABLE ratings DROP COLUMN source_id;

ALTER TABLE ratings DROP COLUMN votes;

ALTER TABLE movies DROP COLUMN box_office_currency;

ALTER TABLE movies DROP COLUMN budget_currency;

ALTER TABLE movies DROP COLUMN article;

ALTER TABLE movies DROP COLUMN wikidata_id;

DROP INDEX actors_name_idx;

DROP INDEX actors_wikidata_id_key;

ALTER TABLE actors DROP COLUMN imdb_id;

ALTER TABLE actors DROP COLUMN wikidata_id;

DROP INDEX distributors_name_idx;

DROP INDEX distributors_wikidata_id_key;

ALTER TABLE distributors DROP COLUMN imdb_id;

ALTER TABLE distributors DROP COLUMN wikidata_id;

DROP INDEX studios_name_idx;

DROP INDEX studios_wikidata_id_key;

ALTER TABLE studios DROP COLUMN imdb_id;

ALTER TABLE studios DROP COLUMN wikidata_id;

DROP INDEX writers_name_idx;

DROP INDEX writers_wikidata_id_key;

ALTER TABLE writers DROP COLUMN imdb_id;

ALTER TABLE writers DROP COLUMN wikidata_id;

DROP INDEX directors_name_idx;

DROP INDEX directors_wikidata_id_key;

ALTER TABLE directors DROP COLUMN imdb_id;

ALTER TABLE directors DROP COLUMN wikidata_id;

ALTER TABLE "cast"
    ALTER COLUMN role TYPE VARCHAR(255);

ALTER TABLE ratings
    ALTER COLUMN source TYPE VARCHAR(255);

ALTER TABLE movies
    ALTER COLUMN title TYPE VARCHAR(255),
    ALTER COLUMN original_title TYPE VARCHAR(255),
    ALTER COLUMN tagline TYPE VARCHAR(255),
    ALTER COLUMN language TYPE VARCHAR(50),
    ALTER COLUMN country TYPE VARCHAR(50),
    ALTER COLUMN poster_url TYPE VARCHAR(255),
    ALTER COLUMN trailer_url TYPE VARCHAR(255),
    ALTER COLUMN age_rating TYPE VARCHAR(10),
    ALTER COLUMN imdb_id TYPE VARCHAR(50),
    ALTER COLUMN tmdb_id TYPE VARCHAR(50),
    ALTER COLUMN homepage TYPE VARCHAR(255);

ALTER TABLE genres
    ALTER COLUMN name TYPE VARCHAR(255);

ALTER TABLE actors
    ALTER COLUMN name TYPE VARCHAR(255),
    ALTER COLUMN nationality TYPE VARCHAR(50);

ALTER TABLE distributors
    ALTER COLUMN name TYPE VARCHAR(255),
    ALTER COLUMN location TYPE VARCHAR(255);

ALTER TABLE studios
    ALTER COLUMN name TYPE VARCHAR(255),
    ALTER COLUMN location TYPE VARCHAR(255);

ALTER TABLE writers
    ALTER COLUMN name TYPE VARCHAR(255),
    ALTER COLUMN nationality TYPE VARCHAR(50);

ALTER TABLE directors
    ALTER COLUMN name TYPE VARCHAR(255),
    ALTER COLUMN nationality TYPE VARCHAR(50);
