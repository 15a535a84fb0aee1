-- Films with several directors, writers, studios or distributors (movies.director_id and its like hold the first),
-- ids that keep two of one name apart, currencies, and which source each link has.

ALTER TABLE directors ADD COLUMN wikidata_id TEXT;

ALTER TABLE directors ADD COLUMN imdb_id TEXT;

CREATE UNIQUE INDEX directors_wikidata_id_key ON directors (wikidata_id);

CREATE INDEX directors_name_idx ON directors (name);

ALTER TABLE writers ADD COLUMN wikidata_id TEXT;

ALTER TABLE writers ADD COLUMN imdb_id TEXT;

CREATE UNIQUE INDEX writers_wikidata_id_key ON writers (wikidata_id);

CREATE INDEX writers_name_idx ON writers (name);

ALTER TABLE studios ADD COLUMN wikidata_id TEXT;

ALTER TABLE studios ADD COLUMN imdb_id TEXT;

CREATE UNIQUE INDEX studios_wikidata_id_key ON studios (wikidata_id);

CREATE INDEX studios_name_idx ON studios (name);

ALTER TABLE distributors ADD COLUMN wikidata_id TEXT;

ALTER TABLE distributors ADD COLUMN imdb_id TEXT;

CREATE UNIQUE INDEX distributors_wikidata_id_key ON distributors (wikidata_id);

CREATE INDEX distributors_name_idx ON distributors (name);

ALTER TABLE actors ADD COLUMN wikidata_id TEXT;

ALTER TABLE actors ADD COLUMN imdb_id TEXT;

CREATE UNIQUE INDEX actors_wikidata_id_key ON actors (wikidata_id);

CREATE INDEX actors_name_idx ON actors (name);

ALTER TABLE movies ADD COLUMN wikidata_id TEXT;

ALTER TABLE movies ADD COLUMN article TEXT;

ALTER TABLE movies ADD COLUMN budget_currency TEXT;

ALTER TABLE movies ADD COLUMN box_office_currency TEXT;

ALTER TABLE ratings ADD COLUMN votes INTEGER;

ALTER TABLE ratings ADD COLUMN source_id INTEGER CONSTRAINT ratings_source_id_fkey REFERENCES sources (source_id);

ALTER TABLE "cast" ADD COLUMN source_id INTEGER CONSTRAINT cast_source_id_fkey REFERENCES sources (source_id);

ALTER TABLE movie_genres ADD COLUMN source_id INTEGER CONSTRAINT movie_genres_source_id_fkey REFERENCES sources (source_id);

CREATE UNIQUE INDEX movies_wikidata_id_key ON movies (wikidata_id);

CREATE UNIQUE INDEX movies_article_key ON movies (article);

CREATE INDEX movies_imdb_id_idx ON movies (imdb_id);

CREATE UNIQUE INDEX genres_name_key ON genres (name);

CREATE INDEX ratings_movie_id_idx ON ratings (movie_id);

CREATE INDEX cast_movie_id_idx ON "cast" (movie_id);

CREATE INDEX cast_actor_id_idx ON "cast" (actor_id);

CREATE INDEX movie_genres_genre_id_idx ON movie_genres (genre_id);

CREATE TABLE movie_directors (
    movie_id INTEGER NOT NULL,
    director_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source_id INTEGER,
    CONSTRAINT movie_directors_pkey PRIMARY KEY (movie_id, director_id),
    CONSTRAINT movie_directors_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT movie_directors_director_id_fkey FOREIGN KEY (director_id) REFERENCES directors (director_id),
    CONSTRAINT movie_directors_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (source_id)
) WITHOUT ROWID;

CREATE INDEX movie_directors_director_id_idx ON movie_directors (director_id);

CREATE TABLE movie_writers (
    movie_id INTEGER NOT NULL,
    writer_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source_id INTEGER,
    CONSTRAINT movie_writers_pkey PRIMARY KEY (movie_id, writer_id),
    CONSTRAINT movie_writers_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT movie_writers_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES writers (writer_id),
    CONSTRAINT movie_writers_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (source_id)
) WITHOUT ROWID;

CREATE INDEX movie_writers_writer_id_idx ON movie_writers (writer_id);

CREATE TABLE movie_studios (
    movie_id INTEGER NOT NULL,
    studio_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source_id INTEGER,
    CONSTRAINT movie_studios_pkey PRIMARY KEY (movie_id, studio_id),
    CONSTRAINT movie_studios_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT movie_studios_studio_id_fkey FOREIGN KEY (studio_id) REFERENCES studios (studio_id),
    CONSTRAINT movie_studios_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (source_id)
) WITHOUT ROWID;

CREATE INDEX movie_studios_studio_id_idx ON movie_studios (studio_id);

CREATE TABLE movie_distributors (
    movie_id INTEGER NOT NULL,
    distributor_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source_id INTEGER,
    CONSTRAINT movie_distributors_pkey PRIMARY KEY (movie_id, distributor_id),
    CONSTRAINT movie_distributors_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT movie_distributors_distributor_id_fkey FOREIGN KEY (distributor_id) REFERENCES distributors (distributor_id),
    CONSTRAINT movie_distributors_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (source_id)
) WITHOUT ROWID;

CREATE INDEX movie_distributors_distributor_id_idx ON movie_distributors (distributor_id);
