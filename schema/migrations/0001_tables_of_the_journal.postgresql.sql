-- The ten tables of the first version, column by column.

CREATE TABLE directors (
    director_id SERIAL         NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    dob         DATE,
    bio         TEXT,
    nationality VARCHAR(50),
    created_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT directors_pkey PRIMARY KEY (director_id)
);

CREATE TABLE writers (
    writer_id   SERIAL         NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    dob         DATE,
    bio         TEXT,
    nationality VARCHAR(50),
    created_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT writers_pkey PRIMARY KEY (writer_id)
);

CREATE TABLE studios (
    studio_id  SERIAL         NOT NULL,
    name       VARCHAR(255)   NOT NULL,
    location   VARCHAR(255),
    founded    DATE,
    created_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT studios_pkey PRIMARY KEY (studio_id)
);

CREATE TABLE distributors (
    distributor_id SERIAL         NOT NULL,
    name           VARCHAR(255)   NOT NULL,
    location       VARCHAR(255),
    created_at     TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at     TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT distributors_pkey PRIMARY KEY (distributor_id)
);

CREATE TABLE actors (
    actor_id    SERIAL         NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    dob         DATE,
    bio         TEXT,
    nationality VARCHAR(50),
    created_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT actors_pkey PRIMARY KEY (actor_id)
);

CREATE TABLE genres (
    genre_id   SERIAL         NOT NULL,
    name       VARCHAR(255)   NOT NULL,
    created_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT genres_pkey PRIMARY KEY (genre_id)
);

CREATE TABLE movies (
    movie_id       SERIAL         NOT NULL,
    title          VARCHAR(255)   NOT NULL,
    original_title VARCHAR(255),
    tagline        VARCHAR(255),
    plot           TEXT,
    language       VARCHAR(50),
    country        VARCHAR(50),
    release_date   DATE,
    runtime        INTEGER,
    budget         NUMERIC(15, 2),
    box_office     NUMERIC(15, 2),
    rating         NUMERIC(3, 1),
    rating_count   INTEGER,
    director_id    INTEGER,
    writer_id      INTEGER,
    studio_id      INTEGER,
    distributor_id INTEGER,
    poster_url     VARCHAR(255),
    trailer_url    VARCHAR(255),
    age_rating     VARCHAR(10),
    imdb_id        VARCHAR(50),
    tmdb_id        VARCHAR(50),
    homepage       VARCHAR(255),
    created_at     TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at     TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT movies_pkey PRIMARY KEY (movie_id),
    CONSTRAINT movies_director_id_fkey FOREIGN KEY (director_id) REFERENCES directors (director_id),
    CONSTRAINT movies_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES writers (writer_id),
    CONSTRAINT movies_studio_id_fkey FOREIGN KEY (studio_id) REFERENCES studios (studio_id),
    CONSTRAINT movies_distributor_id_fkey FOREIGN KEY (distributor_id) REFERENCES distributors (distributor_id)
);

CREATE TABLE ratings (
    rating_id  SERIAL         NOT NULL,
    movie_id   INTEGER        NOT NULL,
    source     VARCHAR(255)   NOT NULL,
    score      NUMERIC(3, 1)  NOT NULL,
    created_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT ratings_pkey PRIMARY KEY (rating_id),
    CONSTRAINT ratings_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id)
);

CREATE TABLE "cast" (
    cast_id       SERIAL         NOT NULL,
    movie_id      INTEGER        NOT NULL,
    actor_id      INTEGER        NOT NULL,
    role          VARCHAR(255)   NOT NULL,
    billing_order INTEGER,
    created_at    TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at    TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT cast_pkey PRIMARY KEY (cast_id),
    CONSTRAINT cast_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT cast_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors (actor_id)
);

CREATE TABLE movie_genres (
    movie_id INTEGER        NOT NULL,
    genre_id INTEGER        NOT NULL,
    CONSTRAINT movie_genres_pkey PRIMARY KEY (movie_id, genre_id),
    CONSTRAINT movie_genres_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT movie_genres_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES genres (genre_id)
);

CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.updated_at = OLD.updated_at THEN
        NEW.updated_at := clock_timestamp() AT TIME ZONE 'UTC';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER directors_updated_at BEFORE UPDATE ON directors FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER writers_updated_at BEFORE UPDATE ON writers FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER studios_updated_at BEFORE UPDATE ON studios FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER distributors_updated_at BEFORE UPDATE ON distributors FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER actors_updated_at BEFORE UPDATE ON actors FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER genres_updated_at BEFORE UPDATE ON genres FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER movies_updated_at BEFORE UPDATE ON movies FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER ratings_updated_at BEFORE UPDATE ON ratings FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TRIGGER cast_updated_at BEFORE UPDATE ON "cast" FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
