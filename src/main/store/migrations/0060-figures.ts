/**
 * What the person said about figures: corrected, confirmed, or no figure at all. Append-only, beside
 * the findings and not in them, so that a later reading of the same words leaves it in force. A row is
 * found again by its place and its wording, which never change; `name` tells two readings of one
 * wording apart (各54家). `reading` is null for 不是指标; a row that `undoes` another says nothing itself.
 */
export const figures = {
  version: 60,
  sql: `
    CREATE TABLE figure_corrections (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
      start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL,
      wording TEXT NOT NULL,
      name TEXT NOT NULL,
      reading TEXT,
      author TEXT NOT NULL,
      device TEXT NOT NULL,
      written_at TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      undoes TEXT REFERENCES figure_corrections (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX figure_corrections_of_report ON figure_corrections (report_id, sequence);
  `,
};
