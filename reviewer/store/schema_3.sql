-- Schema 3: what a note is besides its words, and how far a document is.

-- A label of the editor's own, the colour in which the note is shown, and whether it asks for work.
ALTER TABLE note ADD COLUMN label ANY CHECK (typeof(label) IN ('text', 'blob', 'null'));
ALTER TABLE note ADD COLUMN colour TEXT;
ALTER TABLE note ADD COLUMN task TEXT;

-- The editor's word for how far the document is, and the import that it came with.
ALTER TABLE document ADD COLUMN status TEXT NOT NULL DEFAULT 'new';

-- The hash of the text that was searched for repeats, where that text is no version of its own: while
-- an editor types, the repeats follow, but not every state of the text is kept. The version is then
-- the document's first one.
ALTER TABLE searched ADD COLUMN text_sha256 BLOB CHECK (length(text_sha256) = 32);

-- An analysis that is being written, many findings at a time. It counts when its row here is gone.
CREATE TABLE unfinished (
  analysis INTEGER PRIMARY KEY REFERENCES analysis (id) ON DELETE CASCADE
) STRICT;

-- Whether the text was only searched in part: what was decided about it must hold all the same.
ALTER TABLE analysis ADD COLUMN partial INTEGER NOT NULL DEFAULT 0 CHECK (partial IN (0, 1));

-- One opening of files and folders; a document from before has none.
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  made_at TEXT NOT NULL
) STRICT;
ALTER TABLE document ADD COLUMN batch INTEGER REFERENCES batch (id);

-- The last event of the journal that touched the document. It names the state of its decisions and
-- its text, so that whether figures are of this state is told without reading a step.
ALTER TABLE document ADD COLUMN last_event INTEGER REFERENCES step_event (id);
UPDATE document SET last_event = touched.event, status = 'in_review'
FROM (
  SELECT change.document AS document, max(step_event.id) AS event FROM step_event
  JOIN (
    SELECT step, document FROM decision
    UNION SELECT step, document FROM text_edit
    UNION SELECT step, document FROM note
  ) AS change ON change.step = step_event.step
  GROUP BY change.document
) AS touched
WHERE touched.document = document.id;

CREATE TABLE tag (
  document INTEGER NOT NULL REFERENCES document (id),
  word TEXT NOT NULL CHECK (word <> ''),
  PRIMARY KEY (document, word)
) STRICT, WITHOUT ROWID;

-- Figures of documents for the list. They follow from the rest and may be thrown away; the first
-- three columns after the document say of which state they are.
CREATE TABLE summary (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  last_event INTEGER NOT NULL,  -- 0 where nothing was done yet
  analysed_at TEXT NOT NULL,  -- of the newest analysis; empty where there is none
  shown_by TEXT NOT NULL,  -- preferences and rules, as a hash
  characters INTEGER NOT NULL CHECK (characters >= 0),
  findings INTEGER NOT NULL CHECK (findings >= 0),
  open INTEGER NOT NULL CHECK (open BETWEEN 0 AND findings),
  analysed INTEGER NOT NULL CHECK (analysed IN (0, 1)),
  stale INTEGER NOT NULL CHECK (stale IN (0, 1)),
  judged TEXT NOT NULL  -- JSON: rules, each with how many findings were accepted and rejected
) STRICT;
