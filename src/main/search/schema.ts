/**
 * The tables of full-text search. All of them are derived from the documents and notes of the library:
 * emptying them and adding every document again gives the same answers (`rebuild`).
 *
 * Every text that can be searched is an entry: the body or the title line of a document, or a note.
 * A clause (分句) has a number that is given once and never again; an entry owns the numbers
 * [first_clause, end_clause). A number that no entry owns belongs to a removed text and finds nothing.
 */
export const SEARCH_SCHEMA = `
CREATE TABLE search_entry (
  first_clause INTEGER PRIMARY KEY,
  end_clause INTEGER NOT NULL,
  document_key INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
  note_key INTEGER NOT NULL,
  length INTEGER NOT NULL
) STRICT;
CREATE INDEX search_entry_of_document ON search_entry (document_key, kind, note_key);

-- Sections and headings of an entry: see sections.ts for the bytes.
CREATE TABLE search_section (
  first_clause INTEGER PRIMARY KEY,
  sections BLOB NOT NULL
) STRICT;

-- Names of section roles and topics, numbered once.
CREATE TABLE search_label (
  label INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- The normalised text in pieces that begin with a clause, as UTF-16LE; start is the offset in the entry.
CREATE TABLE search_text (
  first_clause INTEGER PRIMARY KEY,
  end_clause INTEGER NOT NULL,
  start INTEGER NOT NULL,
  text BLOB NOT NULL
) STRICT;

-- Postings come in segments of consecutive clause numbers. A small segment keeps its terms in one
-- blob, a large one has a row in search_posting for each term. See segments.ts.
CREATE TABLE search_segment (
  segment INTEGER PRIMARY KEY AUTOINCREMENT,
  first_clause INTEGER NOT NULL,
  end_clause INTEGER NOT NULL,
  slot INTEGER UNIQUE,
  small BLOB,
  CHECK ((slot IS NULL) <> (small IS NULL))
) STRICT;
CREATE TABLE search_posting (
  key INTEGER PRIMARY KEY,
  clauses BLOB NOT NULL
) STRICT;

CREATE TABLE search_state (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
