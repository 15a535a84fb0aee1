-- Loses what was crawled and decided.

DROP TABLE unread_values;

DROP TABLE field_sources;

DROP TABLE sources;

DROP TABLE responses;

DROP TABLE labels;

DROP TABLE articles;

DROP TABLE entities;

DROP TABLE decisions;

DROP TABLE candidates;

DROP TABLE resolved;

DROP TABLE gallery_items;

DROP TABLE item_nodes;

DROP TABLE items;

DROP TABLE crawl_notes;

DROP TABLE crawls;

DROP TABLE galleries;

DROP FUNCTION refuse_change_of_decision();

DROP FUNCTION follow_item_state();
