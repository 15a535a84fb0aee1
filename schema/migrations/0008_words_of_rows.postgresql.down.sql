-- Words are looked for in the rows again.

DROP INDEX movies_search;

DROP INDEX directors_search;

DROP INDEX writers_search;

DROP INDEX actors_search;

DROP INDEX studios_search;

DROP INDEX distributors_search;

DROP INDEX genres_search;

DROP INDEX cast_actor_id_idx;

CREATE INDEX cast_actor_id_idx ON "cast" (actor_id);

DROP FUNCTION search_words(text);
