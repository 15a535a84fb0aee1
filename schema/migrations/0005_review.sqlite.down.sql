-- Loses the batches and the learned weights.

DROP TABLE learned_weights;

DROP TABLE decision_batches;

DROP INDEX decisions_batch_id_idx;

DROP INDEX decisions_undoes_idx;

ALTER TABLE decisions DROP COLUMN batch_id;

DROP INDEX items_review_idx;

ALTER TABLE items DROP COLUMN votes;

ALTER TABLE items DROP COLUMN decided_on;

ALTER TABLE items DROP COLUMN who;

ALTER TABLE items DROP COLUMN reason;

ALTER TABLE items DROP COLUMN score;
