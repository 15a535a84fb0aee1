BEGIN TRANSACTION;
CREATE TABLE actors (
    actor_id    INTEGER        NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    dob         DATE,
    bio         TEXT,
    nationality VARCHAR(50),
    created_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP, wikidata_id TEXT, imdb_id TEXT, row_version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT actors_pkey PRIMARY KEY (actor_id)
);
INSERT INTO actors VALUES(1,'Holly Hunter',NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,NULL,1);
INSERT INTO actors VALUES(7,'Kati Outinen',NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,NULL,1);
CREATE TABLE articles (
    title      TEXT NOT NULL,
    page_id    BIGINT NOT NULL,
    revision   BIGINT NOT NULL,
    revised_at TIMESTAMP,
    wikitext   BLOB NOT NULL,
    read_at    TIMESTAMP,
    CONSTRAINT articles_pkey PRIMARY KEY (title)
);
CREATE TABLE candidates (
    item_id       INTEGER NOT NULL,
    place         INTEGER NOT NULL,
    page_id       BIGINT,
    wikidata_id   TEXT,
    article_key   TEXT NOT NULL,
    title         TEXT NOT NULL,
    matched_title TEXT,
    description   TEXT NOT NULL,
    excerpt       TEXT NOT NULL,
    thumbnail     TEXT,
    search_rank   INTEGER NOT NULL,
    score         DOUBLE PRECISION NOT NULL,
    details       TEXT NOT NULL,
    CONSTRAINT candidates_pkey PRIMARY KEY (item_id, place),
    CONSTRAINT candidates_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id)
) WITHOUT ROWID;
INSERT INTO candidates VALUES(1,1,31549284,'Q622692','Le_Havre_(film)','Le Havre (film)',NULL,'2011 film','',NULL,1,0.96875,'{}');
CREATE TABLE IF NOT EXISTS "cast" (
    cast_id       INTEGER        NOT NULL,
    movie_id      INTEGER        NOT NULL,
    actor_id      INTEGER        NOT NULL,
    role          VARCHAR(255)   NOT NULL,
    billing_order INTEGER,
    created_at    TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at    TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP, source_id INTEGER CONSTRAINT cast_source_id_fkey REFERENCES sources (source_id), row_version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT cast_pkey PRIMARY KEY (cast_id),
    CONSTRAINT cast_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT cast_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actors (actor_id)
);
INSERT INTO "cast" VALUES(1,1,7,'Arletty',2,'2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,1);
INSERT INTO "cast" VALUES(2,5,1,'Ada McGrath',1,'2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,1);
CREATE TABLE crawl_notes (
    note_id  INTEGER NOT NULL,
    crawl_id INTEGER NOT NULL,
    subject  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    message  TEXT NOT NULL,
    detail   TEXT NOT NULL,
    retry_at TIMESTAMP,
    noted_at TIMESTAMP NOT NULL,
    CONSTRAINT crawl_notes_pkey PRIMARY KEY (note_id),
    CONSTRAINT crawl_notes_crawl_id_fkey FOREIGN KEY (crawl_id) REFERENCES crawls (crawl_id)
);
CREATE TABLE crawls (
    crawl_id    INTEGER NOT NULL,
    gallery_id  INTEGER NOT NULL,
    state       TEXT NOT NULL,
    slices      TEXT NOT NULL,
    title_limit INTEGER,
    only_list   BOOLEAN NOT NULL,
    total       INTEGER,
    listed      INTEGER NOT NULL,
    started_at  TIMESTAMP NOT NULL,
    ended_at    TIMESTAMP,
    error       TEXT NOT NULL,
    CONSTRAINT crawls_pkey PRIMARY KEY (crawl_id),
    CONSTRAINT crawls_gallery_id_fkey FOREIGN KEY (gallery_id) REFERENCES galleries (gallery_id)
);
INSERT INTO crawls VALUES(1,1,'finished','[]',NULL,0,2,2,'2025-01-02 03:04:05','2025-01-02 03:05:05','');
CREATE TABLE decision_batches (
    batch_id       INTEGER NOT NULL,
    kind           TEXT NOT NULL,
    who            TEXT NOT NULL,
    titles         INTEGER NOT NULL,
    expected_wrong DOUBLE PRECISION NOT NULL,
    least_score    DOUBLE PRECISION,
    made_at        TIMESTAMP NOT NULL,
    CONSTRAINT decision_batches_pkey PRIMARY KEY (batch_id)
);
CREATE TABLE decisions (
    decision_id INTEGER NOT NULL,
    item_id     INTEGER NOT NULL,
    verdict     TEXT NOT NULL,
    judge       TEXT NOT NULL,
    who         TEXT NOT NULL,
    reason      TEXT NOT NULL,
    page_id     BIGINT,
    article     TEXT,
    wikidata_id TEXT,
    score       DOUBLE PRECISION,
    retry_at    TIMESTAMP,
    undoes      INTEGER,
    decided_at  TIMESTAMP NOT NULL, batch_id INTEGER,
    CONSTRAINT decisions_pkey PRIMARY KEY (decision_id),
    CONSTRAINT decisions_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id),
    CONSTRAINT decisions_undoes_fkey FOREIGN KEY (undoes) REFERENCES decisions (decision_id)
);
INSERT INTO decisions VALUES(1,1,'accepted','person','ann','',31549284,'Le Havre (film)','Q622692',0.96875,NULL,NULL,'2025-01-02 03:06:07',NULL);
CREATE TABLE directors (
    director_id INTEGER        NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    dob         DATE,
    bio         TEXT,
    nationality VARCHAR(50),
    created_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP, wikidata_id TEXT, imdb_id TEXT, row_version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT directors_pkey PRIMARY KEY (director_id)
);
INSERT INTO directors VALUES(1,'Aki Kaurismäki','1957-04-04','Finnish film director; he said: "no -- never"','Finland','2024-07-16 15:28:26','2025-02-03 04:05:06','Q192668','nm0442454',2);
INSERT INTO directors VALUES(2,'Jane Campion',NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,NULL,1);
CREATE TABLE distributors (
    distributor_id INTEGER        NOT NULL,
    name           VARCHAR(255)   NOT NULL,
    location       VARCHAR(255),
    created_at     TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at     TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP, wikidata_id TEXT, imdb_id TEXT, row_version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT distributors_pkey PRIMARY KEY (distributor_id)
);
INSERT INTO distributors VALUES(1,'Miramax','Los Angeles','2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,NULL,1);
CREATE TABLE entities (
    wikidata_id TEXT NOT NULL,
    json        BLOB NOT NULL,
    read_at     TIMESTAMP,
    CONSTRAINT entities_pkey PRIMARY KEY (wikidata_id)
);
CREATE TABLE field_sources (
    table_name  TEXT NOT NULL,
    row_id      INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    source_id   INTEGER NOT NULL,
    field       TEXT NOT NULL,
    original    TEXT NOT NULL,
    locked      BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT field_sources_pkey PRIMARY KEY (table_name, row_id, column_name),
    CONSTRAINT field_sources_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (source_id)
) WITHOUT ROWID;
INSERT INTO field_sources VALUES('movies',1,'runtime',1,'P2047','',0);
INSERT INTO field_sources VALUES('movies',1,'title',2,'ann','',1);
CREATE TABLE galleries (
    gallery_id INTEGER NOT NULL,
    source     TEXT NOT NULL,
    country    TEXT NOT NULL,
    provider   TEXT NOT NULL,
    name       TEXT NOT NULL,
    url        TEXT NOT NULL,
    filter     TEXT NOT NULL,
    CONSTRAINT galleries_pkey PRIMARY KEY (gallery_id),
    CONSTRAINT galleries_source_country_provider_filter_key UNIQUE (source, country, provider, filter)
);
INSERT INTO galleries VALUES(1,'file','','list.csv','list.csv','file:///home/me/list.csv','');
CREATE TABLE gallery_items (
    item_id        INTEGER NOT NULL,
    gallery_id     INTEGER NOT NULL,
    first_crawl_id INTEGER NOT NULL,
    last_crawl_id  INTEGER NOT NULL,
    gone           BOOLEAN NOT NULL DEFAULT FALSE,
    gone_at        TIMESTAMP,
    stage          TEXT NOT NULL,
    verdict        TEXT NOT NULL,
    retry_at       BIGINT NOT NULL,
    CONSTRAINT gallery_items_pkey PRIMARY KEY (item_id, gallery_id),
    CONSTRAINT gallery_items_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id),
    CONSTRAINT gallery_items_gallery_id_fkey FOREIGN KEY (gallery_id) REFERENCES galleries (gallery_id),
    CONSTRAINT gallery_items_first_crawl_id_fkey FOREIGN KEY (first_crawl_id) REFERENCES crawls (crawl_id),
    CONSTRAINT gallery_items_last_crawl_id_fkey FOREIGN KEY (last_crawl_id) REFERENCES crawls (crawl_id)
) WITHOUT ROWID;
INSERT INTO gallery_items VALUES(1,1,1,1,0,NULL,'recorded','accepted',0);
INSERT INTO gallery_items VALUES(2,1,1,1,0,NULL,'listed','open',0);
CREATE TABLE genres (
    genre_id   INTEGER        NOT NULL,
    name       VARCHAR(255)   NOT NULL,
    created_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP, row_version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT genres_pkey PRIMARY KEY (genre_id)
);
INSERT INTO genres VALUES(1,'Drama','2024-07-16 15:28:26','2024-07-16 15:28:26',1);
INSERT INTO genres VALUES(2,'Comedy','2024-07-16 15:28:26','2024-07-16 15:28:26',1);
CREATE TABLE item_nodes (
    item_id INTEGER NOT NULL,
    node    TEXT NOT NULL,
    extra   TEXT NOT NULL,
    CONSTRAINT item_nodes_pkey PRIMARY KEY (item_id),
    CONSTRAINT item_nodes_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id)
);
CREATE TABLE items (
    item_id        INTEGER NOT NULL,
    source         TEXT NOT NULL,
    source_key     TEXT NOT NULL,
    list_id        TEXT NOT NULL,
    title          TEXT NOT NULL,
    original_title TEXT,
    year           INTEGER,
    runtime        INTEGER,
    imdb_id        TEXT,
    tmdb_id        TEXT,
    wikidata_id    TEXT,
    directors      TEXT NOT NULL,
    actors         TEXT NOT NULL,
    countries      TEXT NOT NULL,
    url            TEXT NOT NULL,
    wiki_url       TEXT,
    poster_url     TEXT,
    gallery_id     INTEGER NOT NULL,
    crawled_at     TIMESTAMP,
    stage          TEXT NOT NULL,
    verdict        TEXT NOT NULL DEFAULT 'open',
    judge          TEXT NOT NULL DEFAULT 'machine',
    retry_at       BIGINT NOT NULL DEFAULT 0,
    error          TEXT,
    decision_id    INTEGER,
    movie_id       INTEGER, score DOUBLE PRECISION, reason TEXT NOT NULL DEFAULT '', who TEXT NOT NULL DEFAULT '', decided_on DATE, votes INTEGER,
    CONSTRAINT items_pkey PRIMARY KEY (item_id),
    CONSTRAINT items_source_source_key_key UNIQUE (source, source_key),
    CONSTRAINT items_gallery_id_fkey FOREIGN KEY (gallery_id) REFERENCES galleries (gallery_id),
    CONSTRAINT items_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id)
);
INSERT INTO items VALUES(1,'file','le-havre-2011','6ba7b810-9dad-11d1-80b4-00c04fd430c8','Le Havre',NULL,2011,NULL,NULL,NULL,NULL,'["Aki Kaurismäki"]','[]','["FI"]','',NULL,NULL,1,NULL,'recorded','accepted','person',0,NULL,1,1,0.96875,'','ann','2025-01-02',NULL);
INSERT INTO items VALUES(2,'file','piano','6ba7b811-9dad-11d1-80b4-00c04fd430c8','The Piano',NULL,1993,NULL,NULL,NULL,NULL,'[]','[]','[]','',NULL,NULL,1,NULL,'listed','open','machine',0,NULL,NULL,NULL,NULL,'','',NULL,NULL);
CREATE TABLE labels (
    wikidata_id TEXT NOT NULL,
    name        TEXT,
    description TEXT NOT NULL,
    born        DATE,
    founded     DATE,
    nationality TEXT NOT NULL,
    asked_at    TIMESTAMP NOT NULL,
    CONSTRAINT labels_pkey PRIMARY KEY (wikidata_id)
);
CREATE TABLE learned_weights (
    learned_id    INTEGER NOT NULL,
    weights       TEXT NOT NULL,
    base          TEXT NOT NULL,
    titles        INTEGER NOT NULL,
    who           TEXT NOT NULL,
    learned_at    TIMESTAMP NOT NULL,
    taken_back_at TIMESTAMP,
    CONSTRAINT learned_weights_pkey PRIMARY KEY (learned_id)
);
CREATE TABLE leases (
    item_id   INTEGER NOT NULL,
    purpose   TEXT NOT NULL,
    worker_id INTEGER NOT NULL,
    CONSTRAINT leases_pkey PRIMARY KEY (item_id, purpose),
    CONSTRAINT leases_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id),
    CONSTRAINT leases_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers (worker_id)
) WITHOUT ROWID;
INSERT INTO leases VALUES(2,'work',1);
CREATE TABLE listings (
    crawl_id  INTEGER NOT NULL,
    worker_id INTEGER NOT NULL,
    CONSTRAINT listings_pkey PRIMARY KEY (crawl_id),
    CONSTRAINT listings_crawl_id_fkey FOREIGN KEY (crawl_id) REFERENCES crawls (crawl_id),
    CONSTRAINT listings_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers (worker_id)
);
INSERT INTO listings VALUES(1,1);
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
INSERT INTO movie_directors VALUES(1,1,1,1);
INSERT INTO movie_directors VALUES(5,1,2,NULL);
INSERT INTO movie_directors VALUES(5,2,1,NULL);
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
CREATE TABLE movie_genres (
    movie_id INTEGER        NOT NULL,
    genre_id INTEGER        NOT NULL, source_id INTEGER CONSTRAINT movie_genres_source_id_fkey REFERENCES sources (source_id),
    CONSTRAINT movie_genres_pkey PRIMARY KEY (movie_id, genre_id),
    CONSTRAINT movie_genres_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT movie_genres_genre_id_fkey FOREIGN KEY (genre_id) REFERENCES genres (genre_id)
);
INSERT INTO movie_genres VALUES(1,1,NULL);
INSERT INTO movie_genres VALUES(1,2,NULL);
INSERT INTO movie_genres VALUES(5,1,NULL);
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
INSERT INTO movie_studios VALUES(1,1,1,1);
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
    updated_at     TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP, wikidata_id TEXT, article TEXT, budget_currency TEXT, box_office_currency TEXT, row_version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT movies_pkey PRIMARY KEY (movie_id),
    CONSTRAINT movies_director_id_fkey FOREIGN KEY (director_id) REFERENCES directors (director_id),
    CONSTRAINT movies_writer_id_fkey FOREIGN KEY (writer_id) REFERENCES writers (writer_id),
    CONSTRAINT movies_studio_id_fkey FOREIGN KEY (studio_id) REFERENCES studios (studio_id),
    CONSTRAINT movies_distributor_id_fkey FOREIGN KEY (distributor_id) REFERENCES distributors (distributor_id)
);
INSERT INTO movies VALUES(1,'Le Havre','Le Havre',NULL,'A shoe shiner''s days.','French','Finland','2011-09-08',93,3850000,12900000.5,7.20000000000000017,20123,1,NULL,1,NULL,NULL,NULL,NULL,'tt1508675',NULL,NULL,'2024-07-16 15:28:26','2025-02-03 04:05:06','Q622692','Le Havre (film)','EUR',NULL,2);
INSERT INTO movies VALUES(5,'The Piano',NULL,'Changed',NULL,'English','New Zealand',NULL,121,7000000,NULL,7.5,NULL,2,1,NULL,1,NULL,NULL,NULL,'tt0107822',NULL,NULL,'2024-07-16 15:28:26','2025-03-04 05:06:08',NULL,NULL,NULL,NULL,3);
INSERT INTO movies VALUES(6,'ぼくの','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,NULL,NULL,NULL,1);
CREATE TABLE paces (
    host_group TEXT NOT NULL,
    next_at    BIGINT NOT NULL,
    held_until BIGINT NOT NULL,
    CONSTRAINT paces_pkey PRIMARY KEY (host_group)
);
INSERT INTO paces VALUES('Wikimedia',1735787045315,0);
CREATE TABLE ratings (
    rating_id  INTEGER        NOT NULL,
    movie_id   INTEGER        NOT NULL,
    source     VARCHAR(255)   NOT NULL,
    score      NUMERIC(3, 1)  NOT NULL,
    created_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP, votes INTEGER, source_id INTEGER CONSTRAINT ratings_source_id_fkey REFERENCES sources (source_id), row_version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT ratings_pkey PRIMARY KEY (rating_id),
    CONSTRAINT ratings_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id)
);
INSERT INTO ratings VALUES(1,1,'IMDb',7.20000000000000017,'2024-07-16 15:28:26','2025-02-03 04:05:06',20123,1,2);
INSERT INTO ratings VALUES(2,5,'Metacritic',8.90000000000000035,'2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,NULL,1);
CREATE TABLE resolved (
    item_id     INTEGER NOT NULL,
    wikidata_id TEXT NOT NULL,
    article     TEXT,
    CONSTRAINT resolved_pkey PRIMARY KEY (item_id, wikidata_id),
    CONSTRAINT resolved_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id)
) WITHOUT ROWID;
CREATE TABLE responses (
    request_key  TEXT NOT NULL,
    url          TEXT NOT NULL,
    status       INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    body         BLOB NOT NULL,
    answered_at  TIMESTAMP NOT NULL,
    valid_until  TIMESTAMP NOT NULL,
    CONSTRAINT responses_pkey PRIMARY KEY (request_key)
);
CREATE TABLE schema_migrations (number INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, CONSTRAINT schema_migrations_pkey PRIMARY KEY (number));
INSERT INTO schema_migrations VALUES(1,'tables_of_the_journal','dbc85ffd51187bfbb741bd39630da9cda784fe3c3c8bdd4f778caec5ac4d196d','2025-01-01 00:00:00');
INSERT INTO schema_migrations VALUES(2,'items_decisions_sources','2d03f8a21564b4ace42992d51627f411c405535cc2a607e02c500df217e3c79a','2025-01-01 00:00:00');
INSERT INTO schema_migrations VALUES(3,'several_people_a_film','1d3bf39e37f9b2014dcb4887af4b4f5202e88101727918c82f5e40ec99a2c1fa','2025-01-01 00:00:00');
INSERT INTO schema_migrations VALUES(4,'row_versions','b031b4d2a215641b3c58412fbd36f9f6ee90255c7fa3a1bebd42b99be4ba5ac7','2025-01-01 00:00:00');
INSERT INTO schema_migrations VALUES(5,'review','f8cb4d1065b02c794b524fe3259c9d4a9ef992d2868fc700e8ddd9f73f592980','2025-01-01 00:00:00');
INSERT INTO schema_migrations VALUES(6,'workers_and_leases','f91cdd124b72e846e2473e0acc62010e6140cabd922a8ea0e0119297b7aa6cf0','2025-01-01 00:00:00');
INSERT INTO schema_migrations VALUES(7,'edits','9ca7f300f838ae5607213273e685843eff812d4c6b38662d33a62ca985f9134e','2025-01-01 00:00:00');
INSERT INTO schema_migrations VALUES(8,'words_of_rows','7667b5561e9cdd6e530879b8131e43b770e9cb269faaf8fdb18fd426d7b8bd6c','2026-11-26 23:49:58');
CREATE TABLE sources (
    source_id INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    url       TEXT NOT NULL,
    revision  BIGINT NOT NULL,
    read_at   TIMESTAMP,
    CONSTRAINT sources_pkey PRIMARY KEY (source_id),
    CONSTRAINT sources_kind_url_revision_key UNIQUE (kind, url, revision)
);
INSERT INTO sources VALUES(1,'wikidata','Q622692','https://www.wikidata.org/wiki/Q622692',0,'2025-01-02 03:05:00');
INSERT INTO sources VALUES(2,'person','','',0,NULL);
CREATE TABLE studios (
    studio_id  INTEGER        NOT NULL,
    name       VARCHAR(255)   NOT NULL,
    location   VARCHAR(255),
    founded    DATE,
    created_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP, wikidata_id TEXT, imdb_id TEXT, row_version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT studios_pkey PRIMARY KEY (studio_id)
);
INSERT INTO studios VALUES(1,'Sputnik Oy','Helsinki','1989-01-01','2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,NULL,1);
CREATE TABLE unread_values (
    unread_id   INTEGER NOT NULL,
    movie_id    INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    text        TEXT NOT NULL,
    source_id   INTEGER NOT NULL,
    field       TEXT NOT NULL,
    CONSTRAINT unread_values_pkey PRIMARY KEY (unread_id),
    CONSTRAINT unread_values_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id),
    CONSTRAINT unread_values_source_id_fkey FOREIGN KEY (source_id) REFERENCES sources (source_id)
);
INSERT INTO unread_values VALUES(1,5,'budget','a few million',1,'budget');
CREATE TABLE visits (
    visit_id   INTEGER NOT NULL,
    host_group TEXT NOT NULL,
    worker_id  INTEGER NOT NULL,
    CONSTRAINT visits_pkey PRIMARY KEY (visit_id),
    CONSTRAINT visits_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers (worker_id)
);
INSERT INTO visits VALUES(1,'Wikimedia',1);
CREATE TABLE workers (
    worker_id   INTEGER NOT NULL,
    name        TEXT NOT NULL,
    task        TEXT NOT NULL,
    crawl_id    INTEGER,
    machine     TEXT NOT NULL,
    process     BIGINT NOT NULL,
    started_at  TIMESTAMP NOT NULL,
    alive_until BIGINT NOT NULL,
    CONSTRAINT workers_pkey PRIMARY KEY (worker_id),
    CONSTRAINT workers_crawl_id_fkey FOREIGN KEY (crawl_id) REFERENCES crawls (crawl_id)
);
INSERT INTO workers VALUES(1,'ann@studio, 4711','crawl',1,'boot pid',4711,'2025-01-02 03:04:05',1735787065000);
CREATE TABLE writers (
    writer_id   INTEGER        NOT NULL,
    name        VARCHAR(255)   NOT NULL,
    dob         DATE,
    bio         TEXT,
    nationality VARCHAR(50),
    created_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TIMESTAMP      NOT NULL DEFAULT CURRENT_TIMESTAMP, wikidata_id TEXT, imdb_id TEXT, row_version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT writers_pkey PRIMARY KEY (writer_id)
);
INSERT INTO writers VALUES(1,'Jane Campion',NULL,NULL,NULL,'2024-07-16 15:28:26','2024-07-16 15:28:26',NULL,NULL,1);
CREATE TABLE edit_batches (
    batch_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    of_batch INTEGER CONSTRAINT edit_batches_of_batch_fkey REFERENCES edit_batches (batch_id),
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT edit_batches_pkey PRIMARY KEY (batch_id)
);
INSERT INTO edit_batches VALUES(1,'done',NULL,'','ann','2024-07-16 15:30:00.000');
CREATE TABLE edits (
    edit_id INTEGER NOT NULL,
    batch_id INTEGER NOT NULL CONSTRAINT edits_batch_id_fkey REFERENCES edit_batches (batch_id),
    kind TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    column_name TEXT NOT NULL,
    before_value TEXT,
    after_value TEXT,
    record_table TEXT NOT NULL,
    record_key TEXT NOT NULL,
    CONSTRAINT edits_pkey PRIMARY KEY (edit_id)
);
INSERT INTO edits VALUES(1,1,'set','movies','1','tagline',NULL,'A tagline','movies','1');
CREATE TABLE staged_edits (
    staged_id INTEGER NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    column_name TEXT NOT NULL,
    before_value TEXT,
    after_value TEXT,
    seen_version INTEGER NOT NULL,
    staged_at TIMESTAMP NOT NULL,
    CONSTRAINT staged_edits_pkey PRIMARY KEY (staged_id),
    CONSTRAINT staged_edits_who_table_name_row_key_column_name_key UNIQUE (who, table_name, row_key, column_name)
);
INSERT INTO staged_edits VALUES(1,'ann','set','movies','1','runtime','121','122',1,'2024-07-16 15:31:00.000');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','movies_search','movies_search',0,'CREATE VIRTUAL TABLE movies_search USING fts5(title, original_title, language, country, release_date, imdb_id, tmdb_id, wikidata_id,
    content = '''', columnsize = 0, detail = none, tokenize = ''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'movies_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO movies_search_data VALUES(1,X'030502020301020001');
INSERT INTO movies_search_data VALUES(10,X'000000000101010001010101');
INSERT INTO movies_search_data VALUES(137438953473,X'0000007d053032303131010107656e676c69736805010766696e6c616e6401020572656e636801010568617672650101026c650101036e65770501057069616e6f050107713632323639320101037468650502087430313037383232050307313530383637350101077a65616c616e64050109e381bce3818fe381ae0604070a0a08080506080a060b0a0a');
CREATE TABLE IF NOT EXISTS 'movies_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO movies_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'movies_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO movies_search_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','directors_search','directors_search',0,'CREATE VIRTUAL TABLE directors_search USING fts5(name, wikidata_id, imdb_id,
    content = '''', columnsize = 0, detail = none, tokenize = ''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'directors_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO directors_search_data VALUES(1,X'02040101');
INSERT INTO directors_search_data VALUES(10,X'000000000101010001010101');
INSERT INTO directors_search_data VALUES(137438953473,X'0000003e0430616b6901010763616d70696f6e0201046a616e6502010a6b61757269736d616b690101096e6d30343432343534010107713139323636380104060a070d0c');
CREATE TABLE IF NOT EXISTS 'directors_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO directors_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'directors_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO directors_search_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','writers_search','writers_search',0,'CREATE VIRTUAL TABLE writers_search USING fts5(name, wikidata_id, imdb_id,
    content = '''', columnsize = 0, detail = none, tokenize = ''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'writers_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO writers_search_data VALUES(1,X'01020000');
INSERT INTO writers_search_data VALUES(10,X'000000000101010001010101');
INSERT INTO writers_search_data VALUES(137438953473,X'00000015083063616d70696f6e0101046a616e6501040a');
CREATE TABLE IF NOT EXISTS 'writers_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO writers_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'writers_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO writers_search_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','actors_search','actors_search',0,'CREATE VIRTUAL TABLE actors_search USING fts5(name, wikidata_id, imdb_id,
    content = '''', columnsize = 0, detail = none, tokenize = ''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'actors_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO actors_search_data VALUES(1,X'02040000');
INSERT INTO actors_search_data VALUES(10,X'000000000101010001010101');
INSERT INTO actors_search_data VALUES(137438953473,X'000000250630686f6c6c79010205756e7465720101046b6174690701076f7574696e656e0704080807');
CREATE TABLE IF NOT EXISTS 'actors_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO actors_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'actors_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO actors_search_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','studios_search','studios_search',0,'CREATE VIRTUAL TABLE studios_search USING fts5(name, wikidata_id,
    content = '''', columnsize = 0, detail = none, tokenize = ''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'studios_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO studios_search_data VALUES(1,X'010200');
INSERT INTO studios_search_data VALUES(10,X'000000000101010001010101');
INSERT INTO studios_search_data VALUES(137438953473,X'0000001303306f79010107737075746e696b010405');
CREATE TABLE IF NOT EXISTS 'studios_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO studios_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'studios_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO studios_search_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','distributors_search','distributors_search',0,'CREATE VIRTUAL TABLE distributors_search USING fts5(name, wikidata_id,
    content = '''', columnsize = 0, detail = none, tokenize = ''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'distributors_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO distributors_search_data VALUES(1,X'010100');
INSERT INTO distributors_search_data VALUES(10,X'000000000101010001010101');
INSERT INTO distributors_search_data VALUES(137438953473,X'0000000e08306d6972616d61780104');
CREATE TABLE IF NOT EXISTS 'distributors_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO distributors_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'distributors_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO distributors_search_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','genres_search','genres_search',0,'CREATE VIRTUAL TABLE genres_search USING fts5(name,
    content = '''', columnsize = 0, detail = none, tokenize = ''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'genres_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO genres_search_data VALUES(1,X'0202');
INSERT INTO genres_search_data VALUES(10,X'000000000101010001010101');
INSERT INTO genres_search_data VALUES(137438953473,X'000000150730636f6d6564790201056472616d61010409');
CREATE TABLE IF NOT EXISTS 'genres_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO genres_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'genres_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO genres_search_config VALUES('version',4);
CREATE TRIGGER items_state_followed AFTER UPDATE OF stage, verdict, retry_at ON items FOR EACH ROW BEGIN
    UPDATE gallery_items SET stage = NEW.stage, verdict = NEW.verdict, retry_at = NEW.retry_at
    WHERE item_id = NEW.item_id;
END;
CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON decisions FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, 'decisions are only added to');
END;
CREATE TRIGGER decisions_are_not_removed BEFORE DELETE ON decisions FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, 'decisions are only added to');
END;
CREATE TRIGGER directors_updated_at AFTER UPDATE ON directors FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE directors SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE director_id = NEW.director_id;
END;
CREATE TRIGGER writers_updated_at AFTER UPDATE ON writers FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE writers SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE writer_id = NEW.writer_id;
END;
CREATE TRIGGER studios_updated_at AFTER UPDATE ON studios FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE studios SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE studio_id = NEW.studio_id;
END;
CREATE TRIGGER distributors_updated_at AFTER UPDATE ON distributors FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE distributors SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE distributor_id = NEW.distributor_id;
END;
CREATE TRIGGER actors_updated_at AFTER UPDATE ON actors FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE actors SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE actor_id = NEW.actor_id;
END;
CREATE TRIGGER genres_updated_at AFTER UPDATE ON genres FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE genres SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE genre_id = NEW.genre_id;
END;
CREATE TRIGGER movies_updated_at AFTER UPDATE ON movies FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE movies SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE movie_id = NEW.movie_id;
END;
CREATE TRIGGER ratings_updated_at AFTER UPDATE ON ratings FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE ratings SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE rating_id = NEW.rating_id;
END;
CREATE TRIGGER cast_updated_at AFTER UPDATE ON "cast" FOR EACH ROW WHEN NEW.row_version = OLD.row_version BEGIN
    UPDATE "cast" SET row_version = OLD.row_version + 1,
        updated_at = iif(NEW.updated_at = OLD.updated_at, strftime('%Y-%m-%d %H:%M:%f', 'now'), NEW.updated_at)
    WHERE cast_id = NEW.cast_id;
END;
CREATE TRIGGER edit_batches_are_not_changed BEFORE UPDATE ON edit_batches FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, 'edits are only added to');
END;
CREATE TRIGGER edit_batches_are_not_removed BEFORE DELETE ON edit_batches FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, 'edits are only added to');
END;
CREATE TRIGGER edits_are_not_changed BEFORE UPDATE ON edits FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, 'edits are only added to');
END;
CREATE TRIGGER edits_are_not_removed BEFORE DELETE ON edits FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, 'edits are only added to');
END;
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
CREATE INDEX crawl_notes_crawl_id_idx ON crawl_notes (crawl_id);
CREATE INDEX items_stage_idx ON items (stage, retry_at, item_id);
CREATE INDEX items_verdict_idx ON items (verdict, stage, item_id);
CREATE INDEX items_movie_id_idx ON items (movie_id) WHERE movie_id IS NOT NULL;
CREATE INDEX gallery_items_stage_idx
    ON gallery_items (gallery_id, gone, stage, retry_at, item_id, verdict, first_crawl_id);
CREATE INDEX gallery_items_last_crawl_id_idx ON gallery_items (gallery_id, last_crawl_id) WHERE NOT gone;
CREATE INDEX decisions_item_id_idx ON decisions (item_id);
CREATE INDEX responses_valid_until_idx ON responses (valid_until);
CREATE INDEX unread_values_movie_id_idx ON unread_values (movie_id);
CREATE UNIQUE INDEX directors_wikidata_id_key ON directors (wikidata_id);
CREATE INDEX directors_name_idx ON directors (name);
CREATE UNIQUE INDEX writers_wikidata_id_key ON writers (wikidata_id);
CREATE INDEX writers_name_idx ON writers (name);
CREATE UNIQUE INDEX studios_wikidata_id_key ON studios (wikidata_id);
CREATE INDEX studios_name_idx ON studios (name);
CREATE UNIQUE INDEX distributors_wikidata_id_key ON distributors (wikidata_id);
CREATE INDEX distributors_name_idx ON distributors (name);
CREATE UNIQUE INDEX actors_wikidata_id_key ON actors (wikidata_id);
CREATE INDEX actors_name_idx ON actors (name);
CREATE UNIQUE INDEX movies_wikidata_id_key ON movies (wikidata_id);
CREATE UNIQUE INDEX movies_article_key ON movies (article);
CREATE INDEX movies_imdb_id_idx ON movies (imdb_id);
CREATE UNIQUE INDEX genres_name_key ON genres (name);
CREATE INDEX ratings_movie_id_idx ON ratings (movie_id);
CREATE INDEX cast_movie_id_idx ON "cast" (movie_id);
CREATE INDEX movie_genres_genre_id_idx ON movie_genres (genre_id);
CREATE INDEX movie_directors_director_id_idx ON movie_directors (director_id);
CREATE INDEX movie_writers_writer_id_idx ON movie_writers (writer_id);
CREATE INDEX movie_studios_studio_id_idx ON movie_studios (studio_id);
CREATE INDEX movie_distributors_distributor_id_idx ON movie_distributors (distributor_id);
CREATE INDEX items_review_idx ON items (verdict, reason, who, decided_on, score, votes, item_id);
CREATE INDEX decisions_undoes_idx ON decisions (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX decisions_batch_id_idx ON decisions (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX leases_worker_id_idx ON leases (worker_id);
CREATE INDEX edit_batches_of_batch_idx ON edit_batches (of_batch);
CREATE INDEX edits_batch_id_idx ON edits (batch_id);
CREATE INDEX edits_record_idx ON edits (record_table, record_key);
CREATE INDEX edits_removed_idx ON edits (table_name) WHERE kind = 'remove';
CREATE INDEX cast_actor_id_idx ON "cast" (actor_id, movie_id);
PRAGMA writable_schema=OFF;
COMMIT;
