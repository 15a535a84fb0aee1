-- Words are looked for in the rows again.

DROP TRIGGER movies_search_added;

DROP TRIGGER movies_search_changed;

DROP TRIGGER movies_search_removed;

DROP TABLE movies_search;

DROP TRIGGER directors_search_added;

DROP TRIGGER directors_search_changed;

DROP TRIGGER directors_search_removed;

DROP TABLE directors_search;

DROP TRIGGER writers_search_added;

DROP TRIGGER writers_search_changed;

DROP TRIGGER writers_search_removed;

DROP TABLE writers_search;

DROP TRIGGER actors_search_added;

DROP TRIGGER actors_search_changed;

DROP TRIGGER actors_search_removed;

DROP TABLE actors_search;

DROP TRIGGER studios_search_added;

DROP TRIGGER studios_search_changed;

DROP TRIGGER studios_search_removed;

DROP TABLE studios_search;

DROP TRIGGER distributors_search_added;

DROP TRIGGER distributors_search_changed;

DROP TRIGGER distributors_search_removed;

DROP TABLE distributors_search;

DROP TRIGGER genres_search_added;

DROP TRIGGER genres_search_changed;

DROP TRIGGER genres_search_removed;

DROP TABLE genres_search;

DROP INDEX cast_actor_id_idx;

CREATE INDEX cast_actor_id_idx ON "cast" (actor_id);
