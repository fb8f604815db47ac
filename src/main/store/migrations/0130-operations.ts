const COUNTED: readonly (readonly [table: string, change: string])[] = [
  ['imports', 'INSERT'],
  ['reports', 'UPDATE OF removed_at, text'],
  ['report_decisions', 'INSERT'],
  ['annotation_revisions', 'INSERT'],
  ['brief_revisions', 'INSERT'],
  ['figure_corrections', 'INSERT'],
  ['settings', 'INSERT'],
  ['settings', 'UPDATE'],
];

/**
 * Counts what the person has done, in the transaction that writes it. The count is kept beside the file as
 * well: a file that knows of less has lost its write-ahead log.
 */
export const operations = {
  version: 130,
  sql: `
    CREATE TABLE operations (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      count INTEGER NOT NULL
    ) STRICT;
    INSERT INTO operations VALUES (1, 0);
    ${COUNTED.map(
      ([table, change], number) => `
    CREATE TRIGGER operation_${number} AFTER ${change} ON ${table}
      BEGIN UPDATE operations SET count = count + 1; END;`,
    ).join('')}
  `,
};
