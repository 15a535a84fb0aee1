-- Loses the counts of changes.

DROP TRIGGER directors_updated_at;

ALTER TABLE directors DROP COLUMN row_version;

CREATE TRIGGER directors_updated_at AFTER UPDATE ON directors FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE directors SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE director_id = NEW.director_id;
END;

DROP TRIGGER writers_updated_at;

ALTER TABLE writers DROP COLUMN row_version;

CREATE TRIGGER writers_updated_at AFTER UPDATE ON writers FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE writers SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE writer_id = NEW.writer_id;
END;

DROP TRIGGER studios_updated_at;

ALTER TABLE studios DROP COLUMN row_version;

CREATE TRIGGER studios_updated_at AFTER UPDATE ON studios FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE studios SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE studio_id = NEW.studio_id;
END;

DROP TRIGGER distributors_updated_at;

ALTER TABLE distributors DROP COLUMN row_version;

CREATE TRIGGER distributors_updated_at AFTER UPDATE ON distributors FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE distributors SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE distributor_id = NEW.distributor_id;
END;

DROP TRIGGER actors_updated_at;

ALTER TABLE actors DROP COLUMN row_version;

CREATE TRIGGER actors_updated_at AFTER UPDATE ON actors FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE actors SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE actor_id = NEW.actor_id;
END;

DROP TRIGGER genres_updated_at;

ALTER TABLE genres DROP COLUMN row_version;

CREATE TRIGGER genres_updated_at AFTER UPDATE ON genres FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE genres SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE genre_id = NEW.genre_id;
END;

DROP TRIGGER movies_updated_at;

ALTER TABLE movies DROP COLUMN row_version;

CREATE TRIGGER movies_updated_at AFTER UPDATE ON movies FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE movies SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE movie_id = NEW.movie_id;
END;

DROP TRIGGER ratings_updated_at;

ALTER TABLE ratings DROP COLUMN row_version;

CREATE TRIGGER ratings_updated_at AFTER UPDATE ON ratings FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE ratings SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE rating_id = NEW.rating_id;
END;

DROP TRIGGER cast_updated_at;

ALTER TABLE "cast" DROP COLUMN row_version;

CREATE TRIGGER cast_updated_at AFTER UPDATE ON "cast" FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE "cast" SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE cast_id = NEW.cast_id;
END;
