-- What a review filters and sorts by stands in the titles' rows; decisions that belong together are told; weights that
-- were learned of a person's decisions are kept.

ALTER TABLE items ADD COLUMN score DOUBLE PRECISION;

ALTER TABLE items ADD COLUMN reason TEXT NOT NULL DEFAULT '';

ALTER TABLE items ADD COLUMN who TEXT NOT NULL DEFAULT '';

ALTER TABLE items ADD COLUMN decided_on DATE;

ALTER TABLE items ADD COLUMN votes INTEGER;

UPDATE items SET
    score = (SELECT c.score FROM candidates c WHERE c.item_id = items.item_id AND c.place = 1),
    votes = (
    SELECT CASE WHEN json_valid(n.node) AND json_type(n.node, '$.content.scoring.imdbVotes') IN ('integer', 'real')
        THEN CAST(json_extract(n.node, '$.content.scoring.imdbVotes') AS INTEGER) END
    FROM item_nodes n WHERE n.item_id = items.item_id);

UPDATE items SET
    who = CASE d.judge WHEN 'person' THEN d.who ELSE '' END,
    decided_on = date(d.decided_at),
    reason =
    CASE
        WHEN d.reason LIKE 'The best is of %' THEN 'The best is of …, the gallery says ….'
        WHEN d.reason LIKE 'Its id leads to a film of %' THEN 'Its id leads to a film of …, not ….'
        WHEN d.reason LIKE 'Its id leads to something that is no film%' THEN 'Its id leads to something that is no film.'
        WHEN d.reason LIKE 'Its ids lead to %' THEN 'Its ids lead to … different entries.'
        WHEN d.reason LIKE '“%” seems to be the same film.' THEN '“…” seems to be the same film.'
        ELSE d.reason
    END
FROM decisions d WHERE d.decision_id = items.decision_id;

CREATE INDEX items_review_idx ON items (verdict, reason, who, decided_on, score, votes, item_id);

ALTER TABLE decisions ADD COLUMN batch_id INTEGER;

CREATE INDEX decisions_undoes_idx ON decisions (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX decisions_batch_id_idx ON decisions (batch_id) WHERE batch_id IS NOT NULL;

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
