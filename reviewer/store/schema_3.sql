-- Schema 3: what a note is besides its words, and how far a document is.

-- A label of the editor's own, the colour in which the note is shown, and whether it asks for work.
ALTER TABLE note ADD COLUMN label ANY CHECK (typeof(label) IN ('text', 'blob', 'null'));
ALTER TABLE note ADD COLUMN colour TEXT;
ALTER TABLE note ADD COLUMN task TEXT;

-- The editor's word for how far the document is, and the import that it came with.
ALTER TABLE document ADD COLUMN status TEXT NOT NULL DEFAULT 'new';
