-- Counts the changes of each row that a person can edit, so that two who edit the same row notice each other.

CREATE FUNCTION touch_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.updated_at = OLD.updated_at THEN
        NEW.updated_at := clock_timestamp() AT TIME ZONE 'UTC';
    END IF;
    NEW.row_version := OLD.row_version + 1;
    RETURN NEW;
END $$;

ALTER TABLE directors ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER directors_updated_at ON directors;

CREATE TRIGGER directors_updated_at BEFORE UPDATE ON directors FOR EACH ROW EXECUTE FUNCTION touch_row();

ALTER TABLE writers ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER writers_updated_at ON writers;

CREATE TRIGGER writers_updated_at BEFORE UPDATE ON writers FOR EACH ROW EXECUTE FUNCTION touch_row();

ALTER TABLE studios ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER studios_updated_at ON studios;

CREATE TRIGGER studios_updated_at BEFORE UPDATE ON studios FOR EACH ROW EXECUTE FUNCTION touch_row();

ALTER TABLE distributors ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER distributors_updated_at ON distributors;

CREATE TRIGGER distributors_updated_at BEFORE UPDATE ON distributors FOR EACH ROW EXECUTE FUNCTION touch_row();

ALTER TABLE actors ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER actors_updated_at ON actors;

CREATE TRIGGER actors_updated_at BEFORE UPDATE ON actors FOR EACH ROW EXECUTE FUNCTION touch_row();

ALTER TABLE genres ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER genres_updated_at ON genres;

CREATE TRIGGER genres_updated_at BEFORE UPDATE ON genres FOR EACH ROW EXECUTE FUNCTION touch_row();

ALTER TABLE movies ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER movies_updated_at ON movies;

CREATE TRIGGER movies_updated_at BEFORE UPDATE ON movies FOR EACH ROW EXECUTE FUNCTION touch_row();

ALTER TABLE ratings ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER ratings_updated_at ON ratings;

CREATE TRIGGER ratings_updated_at BEFORE UPDATE ON ratings FOR EACH ROW EXECUTE FUNCTION touch_row();

ALTER TABLE "cast" ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;

DROP TRIGGER cast_updated_at ON "cast";

CREATE TRIGGER cast_updated_at BEFORE UPDATE ON "cast" FOR EACH ROW EXECUTE FUNCTION touch_row();
