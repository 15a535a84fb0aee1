-- Loses all directors, writers, studios and distributors of a film but the first, ids, currencies, and the links'
-- sources.

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
