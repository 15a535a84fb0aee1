-- The words of films, people, companies and genres have an index: the search box of the tables asks it. From an
-- actor to films leads one index, without the parts.

CREATE VIRTUAL TABLE movies_search USING fts5(title, original_title, language, country, release_date, imdb_id, tmdb_id, wikidata_id,
    content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2');

INSERT INTO movies_search (rowid, title, original_title, language, country, release_date, imdb_id, tmdb_id, wikidata_id)
SELECT movie_id, title, original_title, language, country, substr(release_date, 1, 4), imdb_id, tmdb_id, wikidata_id FROM movies;

CREATE TRIGGER movies_search_added AFTER INSERT ON movies FOR EACH ROW BEGIN
    INSERT INTO movies_search (rowid, title, original_title, language, country, release_date, imdb_id, tmdb_id, wikidata_id) VALUES (NEW.movie_id, NEW.title, NEW.original_title, NEW.language, NEW.country, substr(NEW.release_date, 1, 4), NEW.imdb_id, NEW.tmdb_id, NEW.wikidata_id);
END;

CREATE TRIGGER movies_search_changed AFTER UPDATE OF title, original_title, language, country, release_date, imdb_id, tmdb_id, wikidata_id, movie_id ON movies FOR EACH ROW
    WHEN NEW.title IS NOT OLD.title OR NEW.original_title IS NOT OLD.original_title OR NEW.language IS NOT OLD.language OR NEW.country IS NOT OLD.country OR NEW.release_date IS NOT OLD.release_date OR NEW.imdb_id IS NOT OLD.imdb_id OR NEW.tmdb_id IS NOT OLD.tmdb_id OR NEW.wikidata_id IS NOT OLD.wikidata_id OR NEW.movie_id IS NOT OLD.movie_id BEGIN
    INSERT INTO movies_search (movies_search, rowid, title, original_title, language, country, release_date, imdb_id, tmdb_id, wikidata_id) VALUES ('delete', OLD.movie_id, OLD.title, OLD.original_title, OLD.language, OLD.country, substr(OLD.release_date, 1, 4), OLD.imdb_id, OLD.tmdb_id, OLD.wikidata_id);
    INSERT INTO movies_search (rowid, title, original_title, language, country, release_date, imdb_id, tmdb_id, wikidata_id) VALUES (NEW.movie_id, NEW.title, NEW.original_title, NEW.language, NEW.country, substr(NEW.release_date, 1, 4), NEW.imdb_id, NEW.tmdb_id, NEW.wikidata_id);
END;

CREATE TRIGGER movies_search_removed AFTER DELETE ON movies FOR EACH ROW BEGIN
    INSERT INTO movies_search (movies_search, rowid, title, original_title, language, country, release_date, imdb_id, tmdb_id, wikidata_id) VALUES ('delete', OLD.movie_id, OLD.title, OLD.original_title, OLD.language, OLD.country, substr(OLD.release_date, 1, 4), OLD.imdb_id, OLD.tmdb_id, OLD.wikidata_id);
END;

CREATE VIRTUAL TABLE directors_search USING fts5(name, wikidata_id, imdb_id,
    content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2');

INSERT INTO directors_search (rowid, name, wikidata_id, imdb_id)
SELECT director_id, name, wikidata_id, imdb_id FROM directors;

CREATE TRIGGER directors_search_added AFTER INSERT ON directors FOR EACH ROW BEGIN
    INSERT INTO directors_search (rowid, name, wikidata_id, imdb_id) VALUES (NEW.director_id, NEW.name, NEW.wikidata_id, NEW.imdb_id);
END;

CREATE TRIGGER directors_search_changed AFTER UPDATE OF name, wikidata_id, imdb_id, director_id ON directors FOR EACH ROW
    WHEN NEW.name IS NOT OLD.name OR NEW.wikidata_id IS NOT OLD.wikidata_id OR NEW.imdb_id IS NOT OLD.imdb_id OR NEW.director_id IS NOT OLD.director_id BEGIN
    INSERT INTO directors_search (directors_search, rowid, name, wikidata_id, imdb_id) VALUES ('delete', OLD.director_id, OLD.name, OLD.wikidata_id, OLD.imdb_id);
    INSERT INTO directors_search (rowid, name, wikidata_id, imdb_id) VALUES (NEW.director_id, NEW.name, NEW.wikidata_id, NEW.imdb_id);
END;

CREATE TRIGGER directors_search_removed AFTER DELETE ON directors FOR EACH ROW BEGIN
    INSERT INTO directors_search (directors_search, rowid, name, wikidata_id, imdb_id) VALUES ('delete', OLD.director_id, OLD.name, OLD.wikidata_id, OLD.imdb_id);
END;

CREATE VIRTUAL TABLE writers_search USING fts5(name, wikidata_id, imdb_id,
    content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2');

INSERT INTO writers_search (rowid, name, wikidata_id, imdb_id)
SELECT writer_id, name, wikidata_id, imdb_id FROM writers;

CREATE TRIGGER writers_search_added AFTER INSERT ON writers FOR EACH ROW BEGIN
    INSERT INTO writers_search (rowid, name, wikidata_id, imdb_id) VALUES (NEW.writer_id, NEW.name, NEW.wikidata_id, NEW.imdb_id);
END;

CREATE TRIGGER writers_search_changed AFTER UPDATE OF name, wikidata_id, imdb_id, writer_id ON writers FOR EACH ROW
    WHEN NEW.name IS NOT OLD.name OR NEW.wikidata_id IS NOT OLD.wikidata_id OR NEW.imdb_id IS NOT OLD.imdb_id OR NEW.writer_id IS NOT OLD.writer_id BEGIN
    INSERT INTO writers_search (writers_search, rowid, name, wikidata_id, imdb_id) VALUES ('delete', OLD.writer_id, OLD.name, OLD.wikidata_id, OLD.imdb_id);
    INSERT INTO writers_search (rowid, name, wikidata_id, imdb_id) VALUES (NEW.writer_id, NEW.name, NEW.wikidata_id, NEW.imdb_id);
END;

CREATE TRIGGER writers_search_removed AFTER DELETE ON writers FOR EACH ROW BEGIN
    INSERT INTO writers_search (writers_search, rowid, name, wikidata_id, imdb_id) VALUES ('delete', OLD.writer_id, OLD.name, OLD.wikidata_id, OLD.imdb_id);
END;

CREATE VIRTUAL TABLE actors_search USING fts5(name, wikidata_id, imdb_id,
    content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2');

INSERT INTO actors_search (rowid, name, wikidata_id, imdb_id)
SELECT actor_id, name, wikidata_id, imdb_id FROM actors;

CREATE TRIGGER actors_search_added AFTER INSERT ON actors FOR EACH ROW BEGIN
    INSERT INTO actors_search (rowid, name, wikidata_id, imdb_id) VALUES (NEW.actor_id, NEW.name, NEW.wikidata_id, NEW.imdb_id);
END;

CREATE TRIGGER actors_search_changed AFTER UPDATE OF name, wikidata_id, imdb_id, actor_id ON actors FOR EACH ROW
    WHEN NEW.name IS NOT OLD.name OR NEW.wikidata_id IS NOT OLD.wikidata_id OR NEW.imdb_id IS NOT OLD.imdb_id OR NEW.actor_id IS NOT OLD.actor_id BEGIN
    INSERT INTO actors_search (actors_search, rowid, name, wikidata_id, imdb_id) VALUES ('delete', OLD.actor_id, OLD.name, OLD.wikidata_id, OLD.imdb_id);
    INSERT INTO actors_search (rowid, name, wikidata_id, imdb_id) VALUES (NEW.actor_id, NEW.name, NEW.wikidata_id, NEW.imdb_id);
END;

CREATE TRIGGER actors_search_removed AFTER DELETE ON actors FOR EACH ROW BEGIN
    INSERT INTO actors_search (actors_search, rowid, name, wikidata_id, imdb_id) VALUES ('delete', OLD.actor_id, OLD.name, OLD.wikidata_id, OLD.imdb_id);
END;

CREATE VIRTUAL TABLE studios_search USING fts5(name, wikidata_id,
    content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2');

INSERT INTO studios_search (rowid, name, wikidata_id)
SELECT studio_id, name, wikidata_id FROM studios;

CREATE TRIGGER studios_search_added AFTER INSERT ON studios FOR EACH ROW BEGIN
    INSERT INTO studios_search (rowid, name, wikidata_id) VALUES (NEW.studio_id, NEW.name, NEW.wikidata_id);
END;

CREATE TRIGGER studios_search_changed AFTER UPDATE OF name, wikidata_id, studio_id ON studios FOR EACH ROW
    WHEN NEW.name IS NOT OLD.name OR NEW.wikidata_id IS NOT OLD.wikidata_id OR NEW.studio_id IS NOT OLD.studio_id BEGIN
    INSERT INTO studios_search (studios_search, rowid, name, wikidata_id) VALUES ('delete', OLD.studio_id, OLD.name, OLD.wikidata_id);
    INSERT INTO studios_search (rowid, name, wikidata_id) VALUES (NEW.studio_id, NEW.name, NEW.wikidata_id);
END;

CREATE TRIGGER studios_search_removed AFTER DELETE ON studios FOR EACH ROW BEGIN
    INSERT INTO studios_search (studios_search, rowid, name, wikidata_id) VALUES ('delete', OLD.studio_id, OLD.name, OLD.wikidata_id);
END;

CREATE VIRTUAL TABLE distributors_search USING fts5(name, wikidata_id,
    content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2');

INSERT INTO distributors_search (rowid, name, wikidata_id)
SELECT distributor_id, name, wikidata_id FROM distributors;

CREATE TRIGGER distributors_search_added AFTER INSERT ON distributors FOR EACH ROW BEGIN
    INSERT INTO distributors_search (rowid, name, wikidata_id) VALUES (NEW.distributor_id, NEW.name, NEW.wikidata_id);
END;

CREATE TRIGGER distributors_search_changed AFTER UPDATE OF name, wikidata_id, distributor_id ON distributors FOR EACH ROW
    WHEN NEW.name IS NOT OLD.name OR NEW.wikidata_id IS NOT OLD.wikidata_id OR NEW.distributor_id IS NOT OLD.distributor_id BEGIN
    INSERT INTO distributors_search (distributors_search, rowid, name, wikidata_id) VALUES ('delete', OLD.distributor_id, OLD.name, OLD.wikidata_id);
    INSERT INTO distributors_search (rowid, name, wikidata_id) VALUES (NEW.distributor_id, NEW.name, NEW.wikidata_id);
END;

CREATE TRIGGER distributors_search_removed AFTER DELETE ON distributors FOR EACH ROW BEGIN
    INSERT INTO distributors_search (distributors_search, rowid, name, wikidata_id) VALUES ('delete', OLD.distributor_id, OLD.name, OLD.wikidata_id);
END;

CREATE VIRTUAL TABLE genres_search USING fts5(name,
    content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2');

INSERT INTO genres_search (rowid, name)
SELECT genre_id, name FROM genres;

CREATE TRIGGER genres_search_added AFTER INSERT ON genres FOR EACH ROW BEGIN
    INSERT INTO genres_search (rowid, name) VALUES (NEW.genre_id, NEW.name);
END;

CREATE TRIGGER genres_search_changed AFTER UPDATE OF name, genre_id ON genres FOR EACH ROW
    WHEN NEW.name IS NOT OLD.name OR NEW.genre_id IS NOT OLD.genre_id BEGIN
    INSERT INTO genres_search (genres_search, rowid, name) VALUES ('delete', OLD.genre_id, OLD.name);
    INSERT INTO genres_search (rowid, name) VALUES (NEW.genre_id, NEW.name);
END;

CREATE TRIGGER genres_search_removed AFTER DELETE ON genres FOR EACH ROW BEGIN
    INSERT INTO genres_search (genres_search, rowid, name) VALUES ('delete', OLD.genre_id, OLD.name);
END;

DROP INDEX cast_actor_id_idx;

CREATE INDEX cast_actor_id_idx ON "cast" (actor_id, movie_id);
