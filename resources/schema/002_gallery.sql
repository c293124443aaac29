-- What a person adds to images and samples, and what finding one among a million needs.

CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE image_tags (
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
  PRIMARY KEY (tag_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX image_tags_by_item ON image_tags (item_id);

CREATE TABLE sample_tags (
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES samples (id) ON DELETE CASCADE,
  PRIMARY KEY (tag_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_tags_by_item ON sample_tags (item_id);

-- What is excluded takes no part in composing and selecting from then on.
CREATE TABLE excluded_images (
  item_id INTEGER PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE excluded_samples (
  item_id INTEGER PRIMARY KEY REFERENCES samples (id) ON DELETE CASCADE
) STRICT;

-- query: JSON of a gallery's query.
CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL
) STRICT;

-- perceptual_hash: 64 bits, by content, so that a copy is not looked at again.
CREATE TABLE image_features (
  content_hash TEXT PRIMARY KEY,
  perceptual_hash INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Images that look alike, in groups of two or more; distance: bits from the group's first image.
CREATE TABLE image_groups (
  image_id INTEGER PRIMARY KEY REFERENCES images (id) ON DELETE CASCADE,
  group_number INTEGER NOT NULL,
  distance INTEGER NOT NULL
) STRICT;

-- Full-text search. The words stay where they are (contentless) and only tell which rows hold
-- them (detail=none), which makes the index small. Rows are added in batches behind the highest id
-- that text_progress names, never by a trigger: an import would take twice as long.
CREATE VIRTUAL TABLE image_text USING fts5 (words, content = '', detail = none, prefix = '1 2');
CREATE VIRTUAL TABLE question_text USING fts5 (words, content = '', detail = none, prefix = '1 2');
CREATE VIRTUAL TABLE sample_text USING fts5 (words, content = '', detail = none, prefix = '1 2');
CREATE TABLE text_progress (
  name TEXT PRIMARY KEY,
  last_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO text_progress (name, last_id) VALUES ('image', 0), ('question', 0), ('sample', 0);

-- Narrow copies of what a gallery filters and sorts by, in the order of ids: a million rows are
-- read from them without touching the prompts, answers and blobs beside.
CREATE INDEX samples_narrow ON samples (id, question_id, layout, split, image_count);
ALTER TABLE candidates ADD COLUMN text_length INTEGER
  GENERATED ALWAYS AS (length(text)) VIRTUAL;
CREATE INDEX candidates_narrow ON candidates (id, sample_id, run_id, perplexity, text_length);
CREATE INDEX pairs_narrow ON pairs (selection_id, candidate_id, status, share, edit_distance);
