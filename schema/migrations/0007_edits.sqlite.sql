-- What people change is kept: what was before, who and when; and what they typed and have not saved yet.

CREATE TABLE edit_batches (
    batch_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    of_batch INTEGER CONSTRAINT edit_batches_of_batch_fkey REFERENCES edit_batches (batch_id),
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT edit_batches_pkey PRIMARY KEY (batch_id)
);

CREATE INDEX edit_batches_of_batch_idx ON edit_batches (of_batch);

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

CREATE INDEX edits_batch_id_idx ON edits (batch_id);

CREATE INDEX edits_record_idx ON edits (record_table, record_key);

CREATE INDEX edits_removed_idx ON edits (table_name) WHERE kind = 'remove';

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
