-- Loses the counts of changes.

DROP TRIGGER directors_updated_at ON directors;

ALTER TABLE directors DROP COLUMN row_version;

CREATE TRIGGER directors_updated_at BEFORE UPDATE ON directors FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP TRIGGER writers_updated_at ON writers;

ALTER TABLE writers DROP COLUMN row_version;

CREATE TRIGGER writers_updated_at BEFORE UPDATE ON writers FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP TRIGGER studios_updated_at ON studios;

ALTER TABLE studios DROP COLUMN row_version;

CREATE TRIGGER studios_updated_at BEFORE UPDATE ON studios FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP TRIGGER distributors_updated_at ON distributors;

ALTER TABLE distributors DROP COLUMN row_version;

CREATE TRIGGER distributors_updated_at BEFORE UPDATE ON distributors FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP TRIGGER actors_updated_at ON actors;

ALTER TABLE actors DROP COLUMN row_version;

CREATE TRIGGER actors_updated_at BEFORE UPDATE ON actors FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP TRIGGER genres_updated_at ON genres;

ALTER TABLE genres DROP COLUMN row_version;

CREATE TRIGGER genres_updated_at BEFORE UPDATE ON genres FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP TRIGGER movies_updated_at ON movies;

ALTER TABLE movies DROP COLUMN row_version;

CREATE TRIGGER movies_updated_at BEFORE UPDATE ON movies FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP TRIGGER ratings_updated_at ON ratings;

ALTER TABLE ratings DROP COLUMN row_version;

CREATE TRIGGER ratings_updated_at BEFORE UPDATE ON ratings FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP TRIGGER cast_updated_at ON "cast";

ALTER TABLE "cast" DROP COLUMN row_version;

CREATE TRIGGER cast_updated_at BEFORE UPDATE ON "cast" FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

DROP FUNCTION touch_row();
