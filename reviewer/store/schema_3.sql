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
