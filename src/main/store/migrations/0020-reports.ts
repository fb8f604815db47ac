/**
 * Imports, the reports that came with them, and the leftovers that are in no report.
 *
 * A report's words are immutable: a trigger refuses to change them. What was found in them
 * (report_findings) is derived and may be written again by a newer parser; what the person decided
 * (report_decisions) is append-only, a later row undoing an earlier one by naming it.
 */
export const reports = {
  version: 20,
  sql: `
    CREATE TABLE imports (
      id TEXT PRIMARY KEY,
      source_name TEXT NOT NULL,
      format TEXT NOT NULL,
      encoding TEXT,
      from_sample INTEGER NOT NULL CHECK (from_sample IN (0, 1)),
      imported_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE discarded_texts (
      id TEXT PRIMARY KEY,
      import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reports (
      key INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      import_id TEXT NOT NULL REFERENCES imports (id),
      title TEXT NOT NULL,
      title_line TEXT,
      text TEXT NOT NULL,
      retrieved_on TEXT,
      text_sha256 TEXT NOT NULL,
      fingerprint TEXT NOT NULL,
      character_count INTEGER NOT NULL,
      removed_at TEXT
    ) STRICT;
    CREATE INDEX reports_by_fingerprint ON reports (fingerprint);
    CREATE TRIGGER report_words_are_immutable
      BEFORE UPDATE OF id, title_line, text, text_sha256 ON reports
      BEGIN SELECT RAISE(ABORT, 'the words of a report never change'); END;
    CREATE TABLE report_findings (
      report_id TEXT PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
      parser_version INTEGER NOT NULL,
      kind TEXT NOT NULL,
      analysis TEXT NOT NULL,
      figures TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE report_decisions (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      author TEXT NOT NULL,
      decided_at TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      undoes TEXT REFERENCES report_decisions (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX decisions_of_report ON report_decisions (report_id, sequence);
  `,
};
