/**
 * Where a leftover stood, so that it can be put back: at which end of which report of its import. Imports
 * from before know only the import; theirs go behind its last report. `restored_to` is the report that
 * has the words in its text now.
 */
export const restoredLeftovers = {
  version: 150,
  sql: `
    ALTER TABLE discarded_texts ADD COLUMN report_id TEXT REFERENCES reports (id);
    ALTER TABLE discarded_texts ADD COLUMN edge TEXT NOT NULL DEFAULT 'after'
      CHECK (edge IN ('before', 'after'));
    ALTER TABLE discarded_texts ADD COLUMN restored_to TEXT REFERENCES reports (id);
  `,
};
