/**
 * Names that reports use and the shared list does not know, as the person assigned them to an indicator.
 * They hold for every report of the library, also for those that come later. Append-only: the newest row
 * of a name speaks; an empty `indicator` takes the name back out.
 */
export const indicatorNames = {
  version: 160,
  sql: `
    CREATE TABLE indicator_names (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      indicator TEXT,
      author TEXT NOT NULL,
      device TEXT NOT NULL,
      written_at TEXT NOT NULL,
      sequence INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX indicator_names_by_name ON indicator_names (name, sequence);
  `,
};
