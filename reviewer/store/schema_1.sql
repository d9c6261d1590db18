-- Schema 1 of a Reviewer store: the first migration. Released migrations are never edited; a change
-- of the schema is a new file. Every statement is run singly inside one transaction, together with
-- the new user_version (see migrations.py).
--
-- Spans are code points, [start, stop). Times are UTC, ISO 8601. Columns of type ANY hold text that
-- an editor or a file gave: TEXT as a rule, a BLOB of UTF-8 with surrogates where the text has lone
-- surrogates, which TEXT cannot carry. Words of an open list (kinds) have no CHECK, for such a list
-- grows without a migration; the program refuses words that it does not know. JSON has none either:
-- with trusted_schema off, SQLite before 3.41 takes its JSON functions for unsafe.

PRAGMA application_id = 0x52565752;  -- 'RVWR', never to be changed

CREATE TABLE meta (
  key TEXT PRIMARY KEY,  -- uid, created_at, created_by
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every text ever kept, once, by its content. SQLite does not notice a flipped bit: the hash does.
CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),  -- of the UTF-8 text, not compressed
  codec TEXT NOT NULL CHECK (codec IN ('raw', 'zlib')),
  characters INTEGER NOT NULL CHECK (characters >= 0),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),  -- of the UTF-8 text
  data BLOB NOT NULL
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  added_at TEXT NOT NULL,
  removed_at TEXT  -- taken out of the library; its texts and steps stay
) STRICT;

-- One row for every file that was asked for, the refused ones too: the import report is a query.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  document INTEGER REFERENCES document (id),
  outcome TEXT NOT NULL,  -- 'loaded', or why the file was refused
  path_bytes BLOB NOT NULL,  -- as the file system has it; need not be UTF-8
  path_shown TEXT NOT NULL,  -- the same for people, control and bidi characters escaped
  size INTEGER CHECK (size >= 0),  -- bytes
  sha256 BLOB CHECK (length(sha256) = 32),  -- of the bytes as they were read
  encoding TEXT,
  runner_up TEXT,
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  newline TEXT,
  had_bom INTEGER CHECK (had_bom IN (0, 1)),
  at TEXT NOT NULL,
  CHECK ((outcome = 'loaded') = (document IS NOT NULL)),
  CHECK (
    document IS NULL
    OR (size + confidence + had_bom IS NOT NULL AND sha256 IS NOT NULL
        AND encoding IS NOT NULL AND newline IS NOT NULL)
  )
) STRICT;
CREATE INDEX source_of_document ON source (document);
CREATE INDEX source_by_hash ON source (sha256);

-- Immutable snapshots of a document's text: 0 is the import, later ones were searched.
CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  blob INTEGER NOT NULL REFERENCES blob (id),
  made_at TEXT NOT NULL,
  UNIQUE (document, seq)
) STRICT;

-- Findings follow from a text and the rules; an analysis may be thrown away and made again.
CREATE TABLE analysis (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id),
  version INTEGER NOT NULL REFERENCES version (id),
  after_step INTEGER NOT NULL CHECK (after_step >= 0),
  detector_version TEXT NOT NULL,
  made_at TEXT NOT NULL,
  UNIQUE (document, after_step)
) STRICT;

-- The marked characters are those of the version; they are not kept twice.
CREATE TABLE finding (
  analysis INTEGER NOT NULL REFERENCES analysis (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  kind TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop >= start),
  replacement ANY CHECK (typeof(replacement) IN ('text', 'blob', 'null')),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  safe INTEGER NOT NULL CHECK (safe IN (0, 1)),
  reason_zh ANY NOT NULL CHECK (typeof(reason_zh) IN ('text', 'blob')),
  reason_en ANY NOT NULL CHECK (typeof(reason_en) IN ('text', 'blob')),
  alternatives TEXT NOT NULL,  -- a JSON list
  rule TEXT NOT NULL,
  anchor TEXT NOT NULL CHECK (anchor <> ''),
  PRIMARY KEY (analysis, ordinal)
) STRICT, WITHOUT ROWID;

-- The newest search for repeats over the library, likewise to be made again.
CREATE TABLE repeat_search (
  id INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE searched (
  search INTEGER NOT NULL REFERENCES repeat_search (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  document INTEGER NOT NULL REFERENCES document (id),
  version INTEGER NOT NULL REFERENCES version (id),
  PRIMARY KEY (search, position),
  UNIQUE (search, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE family (
  search INTEGER NOT NULL REFERENCES repeat_search (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  kind TEXT NOT NULL,
  similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
  representative INTEGER NOT NULL CHECK (representative >= 0),
  PRIMARY KEY (search, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage (
  search INTEGER NOT NULL,
  family INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  document INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop >= start),
  PRIMARY KEY (search, family, ordinal),
  FOREIGN KEY (search, family) REFERENCES family (search, ordinal) ON DELETE CASCADE,
  FOREIGN KEY (search, document) REFERENCES searched (search, document) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_of_document ON passage (search, document);

CREATE TABLE disagreement (
  search INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  family INTEGER NOT NULL,
  category TEXT NOT NULL,
  PRIMARY KEY (search, ordinal),
  FOREIGN KEY (search, family) REFERENCES family (search, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX disagreement_of_family ON disagreement (search, family);

CREATE TABLE reading (
  search INTEGER NOT NULL,
  disagreement INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  document INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop >= start),
  PRIMARY KEY (search, disagreement, ordinal),
  FOREIGN KEY (search, disagreement) REFERENCES disagreement (search, ordinal) ON DELETE CASCADE,
  FOREIGN KEY (search, document) REFERENCES searched (search, document) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_of_document ON reading (search, document);

-- What the editor did. A step and its changes are written once; undoing is one more event. Every
-- event's digest also covers the one before it, so a changed, lost or moved row is noticed.
CREATE TABLE step (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL
) STRICT;

CREATE TABLE step_event (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('do', 'extend', 'undo', 'redo')),
  step INTEGER NOT NULL REFERENCES step (number),
  changes INTEGER NOT NULL CHECK ((what IN ('do', 'extend')) = (changes > 0)),  -- how many it brought
  digest BLOB NOT NULL CHECK (length(digest) = 16),
  at TEXT NOT NULL
) STRICT;

-- The changes of a step are numbered from 0 through all three tables.
CREATE TABLE decision (
  step INTEGER NOT NULL REFERENCES step (number),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  document INTEGER NOT NULL REFERENCES document (id),
  anchor TEXT NOT NULL CHECK (anchor <> ''),
  verdict TEXT NOT NULL,
  replacement ANY CHECK (typeof(replacement) IN ('text', 'blob', 'null')),
  CHECK ((verdict IN ('accept', 'edit')) = (replacement IS NOT NULL)),
  PRIMARY KEY (step, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE text_edit (
  step INTEGER NOT NULL REFERENCES step (number),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  document INTEGER NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  removed ANY NOT NULL CHECK (typeof(removed) IN ('text', 'blob')),
  inserted ANY NOT NULL CHECK (typeof(inserted) IN ('text', 'blob')),
  reason ANY NOT NULL CHECK (typeof(reason) IN ('text', 'blob')),
  PRIMARY KEY (step, ordinal)
) STRICT, WITHOUT ROWID;

-- A note as it stands after the step; one that was deleted has neither place nor words.
CREATE TABLE note (
  step INTEGER NOT NULL REFERENCES step (number),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  document INTEGER NOT NULL REFERENCES document (id),
  uid TEXT NOT NULL CHECK (uid <> ''),
  start INTEGER CHECK (start >= 0),
  stop INTEGER CHECK (stop >= start),
  quote ANY CHECK (typeof(quote) IN ('text', 'blob', 'null')),
  note ANY CHECK (typeof(note) IN ('text', 'blob', 'null')),
  CHECK (
    (start IS NULL) = (note IS NULL)
    AND (stop IS NULL) = (note IS NULL)
    AND (quote IS NULL) = (note IS NULL)
  ),
  PRIMARY KEY (step, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL  -- JSON
) STRICT, WITHOUT ROWID;

-- Immutable: written once, kept for good.
CREATE TRIGGER blob_not_changed BEFORE UPDATE ON blob
BEGIN SELECT RAISE(ABORT, 'texts are immutable'); END;
CREATE TRIGGER blob_not_deleted BEFORE DELETE ON blob
BEGIN SELECT RAISE(ABORT, 'texts are kept'); END;
CREATE TRIGGER version_not_changed BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER version_not_deleted BEFORE DELETE ON version
BEGIN SELECT RAISE(ABORT, 'versions are kept'); END;
CREATE TRIGGER source_not_changed BEFORE UPDATE ON source
BEGIN SELECT RAISE(ABORT, 'sources are immutable'); END;
CREATE TRIGGER source_not_deleted BEFORE DELETE ON source
BEGIN SELECT RAISE(ABORT, 'sources are kept'); END;
CREATE TRIGGER document_not_deleted BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'documents are removed by removed_at'); END;

-- Append-only: the editor's work.
CREATE TRIGGER step_not_changed BEFORE UPDATE ON step
BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
CREATE TRIGGER step_not_deleted BEFORE DELETE ON step
BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
CREATE TRIGGER step_event_not_changed BEFORE UPDATE ON step_event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER step_event_not_deleted BEFORE DELETE ON step_event
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER decision_not_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER decision_not_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER text_edit_not_changed BEFORE UPDATE ON text_edit
BEGIN SELECT RAISE(ABORT, 'text edits are append-only'); END;
CREATE TRIGGER text_edit_not_deleted BEFORE DELETE ON text_edit
BEGIN SELECT RAISE(ABORT, 'text edits are append-only'); END;
CREATE TRIGGER note_not_changed BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
CREATE TRIGGER note_not_deleted BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;

-- Results of a search may be thrown away whole, but never altered.
CREATE TRIGGER analysis_not_changed BEFORE UPDATE ON analysis
BEGIN SELECT RAISE(ABORT, 'analyses are immutable'); END;
CREATE TRIGGER finding_not_changed BEFORE UPDATE ON finding
BEGIN SELECT RAISE(ABORT, 'findings are immutable'); END;
CREATE TRIGGER passage_not_changed BEFORE UPDATE ON passage
BEGIN SELECT RAISE(ABORT, 'passages are immutable'); END;
CREATE TRIGGER reading_not_changed BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'readings are immutable'); END;
