-- Counts the changes of each row that a person can edit, so that two who edit the same row notice each other.

ALTER TABLE directors ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER directors_updated_at;

CREATE TRIGGER directors_updated_at AFTER UPDATE ON directors FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE directors SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE director_id = NEW.director_id;
END;

ALTER TABLE writers ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER writers_updated_at;

CREATE TRIGGER writers_updated_at AFTER UPDATE ON writers FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE writers SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE writer_id = NEW.writer_id;
END;

ALTER TABLE studios ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER studios_updated_at;

CREATE TRIGGER studios_updated_at AFTER UPDATE ON studios FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE studios SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE studio_id = NEW.studio_id;
END;

ALTER TABLE distributors ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER distributors_updated_at;

CREATE TRIGGER distributors_updated_at AFTER UPDATE ON distributors FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE distributors SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE distributor_id = NEW.distributor_id;
END;

ALTER TABLE actors ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER actors_updated_at;

CREATE TRIGGER actors_updated_at AFTER UPDATE ON actors FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE actors SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE actor_id = NEW.actor_id;
END;

ALTER TABLE genres ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER genres_updated_at;

CREATE TRIGGER genres_updated_at AFTER UPDATE ON genres FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE genres SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE genre_id = NEW.genre_id;
END;

ALTER TABLE movies ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER movies_updated_at;

CREATE TRIGGER movies_updated_at AFTER UPDATE ON movies FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE movies SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE movie_id = NEW.movie_id;
END;

ALTER TABLE ratings ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER ratings_updated_at;

CREATE TRIGGER ratings_updated_at AFTER UPDATE ON ratings FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE ratings SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE rating_id = NEW.rating_id;
END;

ALTER TABLE "cast" ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER cast_updated_at;

CREATE TRIGGER cast_updated_at AFTER UPDATE ON "cast" FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE "cast" SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE cast_id = NEW.cast_id;
END;
