-- Loses what people changed and when, and what they have not saved; the changes themselves stay.

DROP TABLE staged_edits;

DROP TABLE edits;

DROP TABLE edit_batches;

DROP FUNCTION refuse_change_of_edit();
