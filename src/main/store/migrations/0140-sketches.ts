/**
 * A sketch of each text, from which the share of wording it has in common with another is estimated: a
 * town's reports are compared with every newcomer, and their texts need not be read for it. Reports from
 * before have none, and are read.
 */
export const sketches = {
  version: 140,
  sql: `
    CREATE TABLE report_sketches (
      report_id TEXT PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
      sketch TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
