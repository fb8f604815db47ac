/**
 * What a file gave before lines were joined and page furniture taken out, kept beside the import where it
 * differs from the text; and a sketch of each text by which another version of it is known again.
 */
export const versions = {
  version: 80,
  sql: `
    CREATE TABLE extracted_texts (
      import_id TEXT PRIMARY KEY REFERENCES imports (id) ON DELETE CASCADE,
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE report_sketches (
      report_id TEXT PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
      plan_year INTEGER,
      sketch TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sketches_by_plan_year ON report_sketches (plan_year);
  `,
};
