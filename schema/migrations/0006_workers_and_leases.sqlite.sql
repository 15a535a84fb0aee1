-- Who works on what, so that several programs share a crawl, and the pace to the hosts that they all ask.

-- task: crawl, record, review or web. alive_until: milliseconds since 1970; whoever does not renew it is dead by then.
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

-- purpose: work or review.
CREATE TABLE leases (
    item_id   INTEGER NOT NULL,
    purpose   TEXT NOT NULL,
    worker_id INTEGER NOT NULL,
    CONSTRAINT leases_pkey PRIMARY KEY (item_id, purpose),
    CONSTRAINT leases_item_id_fkey FOREIGN KEY (item_id) REFERENCES items (item_id),
    CONSTRAINT leases_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers (worker_id)
) WITHOUT ROWID;

CREATE INDEX leases_worker_id_idx ON leases (worker_id);

CREATE TABLE listings (
    crawl_id  INTEGER NOT NULL,
    worker_id INTEGER NOT NULL,
    CONSTRAINT listings_pkey PRIMARY KEY (crawl_id),
    CONSTRAINT listings_crawl_id_fkey FOREIGN KEY (crawl_id) REFERENCES crawls (crawl_id),
    CONSTRAINT listings_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers (worker_id)
);

-- Milliseconds since 1970.
CREATE TABLE paces (
    host_group TEXT NOT NULL,
    next_at    BIGINT NOT NULL,
    held_until BIGINT NOT NULL,
    CONSTRAINT paces_pkey PRIMARY KEY (host_group)
);

CREATE TABLE visits (
    visit_id   INTEGER NOT NULL,
    host_group TEXT NOT NULL,
    worker_id  INTEGER NOT NULL,
    CONSTRAINT visits_pkey PRIMARY KEY (visit_id),
    CONSTRAINT visits_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES workers (worker_id)
);
