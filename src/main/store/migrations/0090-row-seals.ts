/**
 * Hashes of what the person wrote. A damaged page often still reads as a page; only the hash tells that
 * a word in it is another. Rows that are sealed are append-only, so a seal is written once.
 */
export const rowSeals = {
  version: 90,
  sql: `
    CREATE TABLE row_seals (
      row TEXT PRIMARY KEY,
      sha256 TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
