-- What people decided about pairs: a journal that only grows. A decision is about an answer to a
-- sample, not about a row of pairs, so that it outlives the selection it was made on.

-- round 0 holds the disagreements that a person resolved.
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  reviewer TEXT NOT NULL,
  round INTEGER NOT NULL,
  UNIQUE (reviewer, round)
) STRICT;

-- id: in the order entries arrived here, by deciding or merging; what holds is the newest by time
-- (ms since 1970), then key. undoes: the key or batch that an undo took back, a redo did again.
-- answer: 64 bits of the rejected text's hash. before, after: JSON of the pair's state.
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  time INTEGER NOT NULL,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  kind TEXT NOT NULL,
  batch TEXT NOT NULL,
  undoes TEXT NOT NULL,
  sample_id INTEGER NOT NULL REFERENCES samples (id),
  candidate_id INTEGER NOT NULL REFERENCES candidates (id),
  answer INTEGER NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_answer ON decisions (candidate_id, answer, review_id, time, key);
CREATE INDEX decisions_by_review ON decisions (review_id, time, key);
CREATE INDEX decisions_by_sample ON decisions (sample_id);
CREATE INDEX decisions_by_batch ON decisions (batch) WHERE batch <> '';

CREATE TRIGGER decisions_never_change BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'the journal of decisions only grows'); END;
CREATE TRIGGER decisions_never_go BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'the journal of decisions only grows'); END;
