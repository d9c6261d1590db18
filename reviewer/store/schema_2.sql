-- Schema 2: the library index, which tells at once where a passage was seen before, and the role
-- that a document plays in the library.

ALTER TABLE document ADD COLUMN role TEXT NOT NULL DEFAULT 'incoming';

-- The fingerprints of the newest searched state of each document. They follow from the text and may
-- be thrown away and made again; `method` says by which rules they were made.
CREATE TABLE fingerprints (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),  -- of the UTF-8 text they are of
  method INTEGER NOT NULL,
  posted INTEGER NOT NULL CHECK (posted IN (0, 1)),  -- whether table posting has them too
  hashes BLOB NOT NULL CHECK (length(hashes) % 4 = 0)  -- 32 bits each, little-endian, rising
) STRICT;
CREATE INDEX fingerprints_not_posted ON fingerprints (document) WHERE posted = 0;

-- The same turned about: who has a fingerprint. Filled many documents at a time, in order, because
-- one document alone would touch hundreds of pages.
CREATE TABLE posting (
  hash INTEGER NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;

-- A document that was taken out of another one, a collection; its place there never changes.
CREATE TABLE part (
  document INTEGER PRIMARY KEY REFERENCES document (id),
  parent INTEGER NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop >= start),
  UNIQUE (parent, start, stop)
) STRICT;
CREATE TRIGGER part_not_changed BEFORE UPDATE ON part
BEGIN SELECT RAISE(ABORT, 'parts are immutable'); END;
CREATE TRIGGER part_not_deleted BEFORE DELETE ON part
BEGIN SELECT RAISE(ABORT, 'parts are kept'); END;
