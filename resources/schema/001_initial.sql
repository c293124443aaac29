-- A project's store, version 1. Migrations are never edited once released: a change is a new file.

CREATE TABLE image_roots (
  id INTEGER PRIMARY KEY,
  folder TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE images (
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES image_roots (id),
  path TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  UNIQUE (root_id, path, content_hash)
) STRICT;
CREATE INDEX images_by_content ON images (content_hash);

-- A source is one file's content read against one image root; rows_done and bytes_done say how far
-- the committed rows reach, so that an import that was cut goes on from there.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  format TEXT NOT NULL,
  root TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  started TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('importing', 'complete', 'broken')),
  rows_done INTEGER NOT NULL DEFAULT 0,
  bytes_done INTEGER NOT NULL DEFAULT 0,
  words TEXT NOT NULL DEFAULT '',
  UNIQUE (content_hash, root)
) STRICT;

-- turns: JSON [[question, answer], ...]; fingerprint: of the image's content and the turns.
CREATE TABLE questions (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  row INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  image_id INTEGER NOT NULL REFERENCES images (id),
  fingerprint BLOB NOT NULL UNIQUE,
  turns TEXT NOT NULL,
  UNIQUE (source_id, row)
) STRICT;
CREATE INDEX questions_by_image ON questions (image_id);

CREATE TABLE quarantine (
  source_id INTEGER NOT NULL REFERENCES sources (id),
  row INTEGER NOT NULL,
  record_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (source_id, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX quarantine_by_reason ON quarantine (reason);

-- recipe: JSON of a LayoutRecipe; recipe_hash makes composing the same again add nothing.
CREATE TABLE samples (
  id INTEGER PRIMARY KEY,
  question_id INTEGER NOT NULL REFERENCES questions (id),
  turn INTEGER NOT NULL,
  split TEXT NOT NULL,
  layout TEXT NOT NULL,
  image_count INTEGER NOT NULL,
  recipe TEXT NOT NULL,
  recipe_hash BLOB NOT NULL,
  prompt TEXT NOT NULL,
  answer TEXT NOT NULL,
  UNIQUE (question_id, turn, recipe_hash)
) STRICT;
CREATE INDEX samples_by_layout ON samples (layout, split, image_count);
CREATE INDEX samples_by_split ON samples (split);

CREATE TABLE sample_images (
  sample_id INTEGER NOT NULL REFERENCES samples (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  image_id INTEGER NOT NULL REFERENCES images (id),
  PRIMARY KEY (sample_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_images_by_image ON sample_images (image_id);

-- An index of run directories, which hold the truth; ingested counts the answers taken over.
CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  created TEXT NOT NULL,
  model TEXT NOT NULL,
  model_hash TEXT NOT NULL,
  adapter TEXT NOT NULL,
  ingested INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- What selection reads. attention: float64, per layer {layer, elsewhere, paper share, a share per
-- region}. Figures are NULL where the model gave no number.
CREATE TABLE candidates (
  id INTEGER PRIMARY KEY,
  sample_id INTEGER NOT NULL REFERENCES samples (id),
  run_id TEXT NOT NULL REFERENCES runs (id),
  arm TEXT NOT NULL,
  number INTEGER NOT NULL,
  origin TEXT NOT NULL,
  temperature REAL NOT NULL,
  text TEXT NOT NULL,
  perplexity REAL,
  max_perplexity REAL,
  complete INTEGER NOT NULL,
  regions INTEGER NOT NULL,
  attention BLOB NOT NULL,
  UNIQUE (run_id, arm, sample_id, number)
) STRICT;
CREATE INDEX candidates_by_sample ON candidates (sample_id);

-- What only looking at one candidate needs. token_ids: int32; log_probs: float32; tokens: JSON;
-- shares: float32 [layers][tokens][regions].
CREATE TABLE candidate_tokens (
  candidate_id INTEGER PRIMARY KEY REFERENCES candidates (id) ON DELETE CASCADE,
  token_ids BLOB NOT NULL,
  tokens TEXT NOT NULL,
  log_probs BLOB NOT NULL,
  shares BLOB NOT NULL
) STRICT;

-- map: binary16 [rows * columns], row by row, in units of times uniform.
CREATE TABLE attention_maps (
  id INTEGER PRIMARY KEY,
  candidate_id INTEGER NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
  layer INTEGER NOT NULL,
  picture INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  columns INTEGER NOT NULL,
  map BLOB NOT NULL,
  UNIQUE (candidate_id, layer, picture)
) STRICT;

CREATE TABLE selections (
  id INTEGER PRIMARY KEY,
  created TEXT NOT NULL,
  rule TEXT NOT NULL,
  parameters TEXT NOT NULL
) STRICT;

CREATE TABLE pairs (
  id INTEGER PRIMARY KEY,
  selection_id INTEGER NOT NULL REFERENCES selections (id) ON DELETE CASCADE,
  sample_id INTEGER NOT NULL REFERENCES samples (id),
  candidate_id INTEGER NOT NULL REFERENCES candidates (id),
  chosen TEXT NOT NULL,
  rejected TEXT NOT NULL,
  status TEXT NOT NULL,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  share REAL,
  threshold REAL,
  perplexity REAL,
  length_ratio REAL,
  edit_distance REAL,
  UNIQUE (selection_id, candidate_id)
) STRICT;
CREATE INDEX pairs_by_status ON pairs (selection_id, status, rule);
CREATE INDEX pairs_by_sample ON pairs (sample_id);
CREATE INDEX pairs_by_candidate ON pairs (candidate_id);
