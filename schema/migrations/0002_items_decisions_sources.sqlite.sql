-- What the program needs beside the movies: where titles come from, how far each is, what was decided, and sources.

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

-- title_limit: list no more. slices: what the listing has still to ask for, JSON.
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

CREATE INDEX crawl_notes_crawl_id_idx ON crawl_notes (crawl_id);

-- stage: listed, found or unfound (by its ids), weighed, decided, recorded. verdict: open before anything was decided,
-- then the newest decision's. judge: person where a person's decision stands. retry_at: seconds since 1970, 0 for now.
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
    movie_id       INTEGER,
    CONSTRAINT items_pkey PRIMARY KEY (item_id),
    CONSTRAINT items_source_source_key_key UNIQUE (source, source_key),
    CONSTRAINT items_gallery_id_fkey FOREIGN KEY (gallery_id) REFERENCES galleries (gallery_id),
    CONSTRAINT items_movie_id_fkey FOREIGN KEY (movie_id) REFERENCES movies (movie_id)
);

CREATE INDEX items_stage_idx ON items (stage, retry_at, item_id);

CREATE INDEX items_verdict_idx ON items (verdict, stage, item_id);

CREATE INDEX items_movie_id_idx ON items (movie_id) WHERE movie_id IS NOT NULL;

-- The gallery's own answer about an item, whole, and what an item list said that this version does not know. JSON.
CREATE TABLE item_nodes (
    item_id INTEGER NOT NULL,
    node    TEXT NOT NULL,
    extra   TEXT NOT NULL,
    CONSTRAINT item_nodes_pkey PRIMARY KEY (item_id),
    CONSTRAINT item_nodes_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id)
);

-- Which gallery shows which item. stage, verdict and retry_at follow the item's, so that one index answers each loop.
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

CREATE INDEX gallery_items_stage_idx
    ON gallery_items (gallery_id, gone, stage, retry_at, item_id, verdict, first_crawl_id);

CREATE INDEX gallery_items_last_crawl_id_idx ON gallery_items (gallery_id, last_crawl_id) WHERE NOT gone;

CREATE TRIGGER items_state_followed AFTER UPDATE OF stage, verdict, retry_at ON items FOR EACH ROW BEGIN
    UPDATE gallery_items SET stage = NEW.stage, verdict = NEW.verdict, retry_at = NEW.retry_at
    WHERE item_id = NEW.item_id;
END;

-- What an item's ids led to at Wikidata.
CREATE TABLE resolved (
    item_id     INTEGER NOT NULL,
    wikidata_id TEXT NOT NULL,
    article     TEXT,
    CONSTRAINT resolved_pkey PRIMARY KEY (item_id, wikidata_id),
    CONSTRAINT resolved_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id)
) WITHOUT ROWID;

-- place: from 1, the best first. details: what the candidate's Wikidata item says, and the evidence. JSON.
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

-- Only ever added to.
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
    decided_at  TIMESTAMP NOT NULL,
    CONSTRAINT decisions_pkey PRIMARY KEY (decision_id),
    CONSTRAINT decisions_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id),
    CONSTRAINT decisions_undoes_fkey FOREIGN KEY (undoes) REFERENCES decisions (decision_id)
);

CREATE INDEX decisions_item_id_idx ON decisions (item_id);

CREATE TRIGGER decisions_are_not_changed BEFORE UPDATE ON decisions FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, 'decisions are only added to');
END;

CREATE TRIGGER decisions_are_not_removed BEFORE DELETE ON decisions FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, 'decisions are only added to');
END;

CREATE TABLE entities (
    wikidata_id TEXT NOT NULL,
    json        BLOB NOT NULL,
    read_at     TIMESTAMP,
    CONSTRAINT entities_pkey PRIMARY KEY (wikidata_id)
);

-- By the title that was asked for, which may be a redirect.
CREATE TABLE articles (
    title      TEXT NOT NULL,
    page_id    BIGINT NOT NULL,
    revision   BIGINT NOT NULL,
    revised_at TIMESTAMP,
    wikitext   BLOB NOT NULL,
    read_at    TIMESTAMP,
    CONSTRAINT articles_pkey PRIMARY KEY (title)
);

-- What Wikidata calls the things that movies link to; name is NULL where it has no answer.
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

CREATE INDEX responses_valid_until_idx ON responses (valid_until);

-- A page that values were read from: revision is 0 where pages have none. name: its last word.
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

-- Where the value of a column of a row comes from. field: its name there ("P2047"). original: the text it was read
-- from, where that differs. locked: a person's, which no machine writes over.
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

-- Texts that could not be read as what their column holds.
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

CREATE INDEX unread_values_movie_id_idx ON unread_values (movie_id);
