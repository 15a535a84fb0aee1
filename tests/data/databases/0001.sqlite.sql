BEGIN TRANSACTION;
CREATE TABLE actors (
    actor_id    INTEGER        NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    dob         DATE,
    bio         TEXT,
    nationality VARCHAR(50),
    created_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT actors_pkey PRIMARY KEY (actor_id)
);
INSERT INTO "actors" VALUES(1,'Holly Hunter',NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26');
INSERT INTO "actors" VALUES(7,'Kati Outinen',NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26');
CREATE TABLE "cast" (
    cast_id       INTEGER        NOT NULL,
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
INSERT INTO "cast" VALUES(1,1,7,'Arletty',2,'2024-07-16 15:28:26','2024-07-16 15:28:26');
INSERT INTO "cast" VALUES(2,5,1,'Ada McGrath',1,'2024-07-16 15:28:26','2024-07-16 15:28:26');
CREATE TABLE directors (
    director_id INTEGER        NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    dob         DATE,
    bio         TEXT,
    nationality VARCHAR(50),
    created_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT directors_pkey PRIMARY KEY (director_id)
);
INSERT INTO "directors" VALUES(1,'Aki Kaurismäki','1957-04-04','Finnish film director; he said: "no -- never"','Finland','2024-07-16 15:28:26','2024-07-17 08:00:00');
INSERT INTO "directors" VALUES(2,'Jane Campion',NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26');
CREATE TABLE distributors (
    distributor_id INTEGER        NOT NULL,
    name           VARCHAR(255)   NOT NULL,
    location       VARCHAR(255),
    created_at     TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at     TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT distributors_pkey PRIMARY KEY (distributor_id)
);
INSERT INTO "distributors" VALUES(1,'Miramax','Los Angeles','2024-07-16 15:28:26','2024-07-16 15:28:26');
CREATE TABLE genres (
    genre_id   INTEGER        NOT NULL,
    name       VARCHAR(255)   NOT NULL,
    created_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT genres_pkey PRIMARY KEY (genre_id)
);
INSERT INTO "genres" VALUES(1,'Drama','2024-07-16 15:28:26','2024-07-16 15:28:26');
INSERT INTO "genres" VALUES(2,'Comedy','2024-07-16 15:28:26','2024-07-16 15:28:26');
CREATE TABLE movie_genres (
    movie_id INTEGER        NOT NULL,
    genre_id INTEGER        NOT NULL,
    CONSTRAINT movie_genres_pkey PRIMARY KEY (movie_id, genre_id),
    CONSTRAINT movie_genres_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT movie_genres_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES genres (genre_id)
);
INSERT INTO "movie_genres" VALUES(1,1);
INSERT INTO "movie_genres" VALUES(1,2);
INSERT INTO "movie_genres" VALUES(5,1);
CREATE TABLE movies (
    movie_id       INTEGER        NOT NULL,
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
INSERT INTO "movies" VALUES(1,'Le Havre','Le Havre',NULL,'A shoe shiner''s days.','French','Finland','2011-09-08',93,3850000,12900000.5,7.2,20123,1,NULL,1,NULL,NULL,NULL,NULL,'tt1508675',NULL,NULL,'2024-07-16 15:28:26','2024-07-18 09:30:00');
INSERT INTO "movies" VALUES(5,'The Piano',NULL,NULL,NULL,'English','New Zealand',NULL,121,7000000,NULL,7.5,NULL,2,1,NULL,1,NULL,NULL,NULL,'tt0107822',NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26');
INSERT INTO "movies" VALUES(6,'ぼくの','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26');
CREATE TABLE ratings (
    rating_id  INTEGER        NOT NULL,
    movie_id   INTEGER        NOT NULL,
    source     VARCHAR(255)   NOT NULL,
    score      NUMERIC(3, 1)  NOT NULL,
    created_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT ratings_pkey PRIMARY KEY (rating_id),
    CONSTRAINT ratings_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id)
);
INSERT INTO "ratings" VALUES(1,1,'IMDb',7.2,'2024-07-16 15:28:26','2024-07-16 15:28:26');
INSERT INTO "ratings" VALUES(2,5,'Metacritic',8.9,'2024-07-16 15:28:26','2024-07-16 15:28:26');
CREATE TABLE schema_migrations (number INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, CONSTRAINT schema_migrations_pkey PRIMARY KEY (number));
INSERT INTO "schema_migrations" VALUES(1,'tables_of_the_journal','dbc85ffd51187bfbb741bd39630da9cda784fe3c3c8bdd4f778caec5ac4d196d','2025-01-01 00:00:00');
CREATE TABLE studios (
    studio_id  INTEGER        NOT NULL,
    name       VARCHAR(255)   NOT NULL,
    location   VARCHAR(255),
    founded    DATE,
    created_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT studios_pkey PRIMARY KEY (studio_id)
);
INSERT INTO "studios" VALUES(1,'Sputnik Oy','Helsinki','1989-01-01','2024-07-16 15:28:26','2024-07-16 15:28:26');
CREATE TABLE writers (
    writer_id   INTEGER        NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    dob         DATE,
    bio         TEXT,
    nationality VARCHAR(50),
    created_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT writers_pkey PRIMARY KEY (writer_id)
);
INSERT INTO "writers" VALUES(1,'Jane Campion',NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26');
CREATE TRIGGER directors_updated_at AFTER UPDATE ON directors FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE directors SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE director_id = NEW.director_id;
END;
CREATE TRIGGER writers_updated_at AFTER UPDATE ON writers FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE writers SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE writer_id = NEW.writer_id;
END;
CREATE TRIGGER studios_updated_at AFTER UPDATE ON studios FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE studios SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE studio_id = NEW.studio_id;
END;
CREATE TRIGGER distributors_updated_at AFTER UPDATE ON distributors FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE distributors SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE distributor_id = NEW.distributor_id;
END;
CREATE TRIGGER actors_updated_at AFTER UPDATE ON actors FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE actors SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE actor_id = NEW.actor_id;
END;
CREATE TRIGGER genres_updated_at AFTER UPDATE ON genres FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE genres SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE genre_id = NEW.genre_id;
END;
CREATE TRIGGER movies_updated_at AFTER UPDATE ON movies FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE movies SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE movie_id = NEW.movie_id;
END;
CREATE TRIGGER ratings_updated_at AFTER UPDATE ON ratings FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE ratings SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE rating_id = NEW.rating_id;
END;
CREATE TRIGGER cast_updated_at AFTER UPDATE ON "cast" FOR EACH ROW WHEN NEW.updated_at = OLD.updated_at BEGIN
    UPDATE "cast" SET updated_at = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE cast_id = NEW.cast_id;
END;
COMMIT;
