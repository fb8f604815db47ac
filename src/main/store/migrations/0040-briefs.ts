/** Briefs being composed; the newest row of a brief is what the person sees. */
export const briefs = {
  version: 40,
  sql: `
    CREATE TABLE brief_revisions (
      id TEXT PRIMARY KEY,
      brief_id TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      written_at TEXT NOT NULL,
      tombstone INTEGER NOT NULL CHECK (tombstone IN (0, 1)),
      spec TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX revisions_of_brief ON brief_revisions (brief_id, sequence);
  `,
};
