/**
 * Notes as append-only revisions: two libraries merge by set union, and a conflict shows both.
 * The newest revision of a note is the one no other names as its parent.
 */
export const annotations = {
  version: 30,
  sql: `
    CREATE TABLE annotations (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE
    ) STRICT;
    CREATE TABLE annotation_revisions (
      id TEXT PRIMARY KEY,
      annotation_id TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
      report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
      parent TEXT REFERENCES annotation_revisions (id),
      sequence INTEGER NOT NULL,
      author TEXT NOT NULL,
      device TEXT NOT NULL,
      written_at TEXT NOT NULL,
      tombstone INTEGER NOT NULL CHECK (tombstone IN (0, 1)),
      start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL,
      anchor TEXT NOT NULL,
      note TEXT NOT NULL,
      category TEXT,
      tags TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('anchored', 'review', 'orphaned'))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX revisions_of_annotation ON annotation_revisions (annotation_id, sequence);
    CREATE INDEX revisions_of_report ON annotation_revisions (report_id, start_offset);
  `,
};
