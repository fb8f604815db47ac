/**
 * Earlier texts of a report that was replaced by a corrected one. The words of a report still never
 * change unseen: they may give way only once they stand here, and what stands here never changes.
 */
export const supersededTexts = {
  version: 70,
  sql: `
    CREATE TABLE superseded_texts (
      id TEXT PRIMARY KEY,
      report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
      title_line TEXT,
      text TEXT NOT NULL,
      text_sha256 TEXT NOT NULL,
      author TEXT NOT NULL,
      replaced_at TEXT NOT NULL,
      sequence INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX superseded_texts_of_report ON superseded_texts (report_id, sequence);
    CREATE TRIGGER superseded_words_are_immutable
      BEFORE UPDATE ON superseded_texts
      BEGIN SELECT RAISE(ABORT, 'the words of a report never change'); END;
    DROP TRIGGER report_words_are_immutable;
    CREATE TRIGGER report_words_are_immutable
      BEFORE UPDATE OF id, title_line, text, text_sha256 ON reports
      WHEN NEW.id <> OLD.id OR NOT EXISTS (
        SELECT 1 FROM superseded_texts s
         WHERE s.report_id = OLD.id AND s.text = OLD.text AND s.title_line IS OLD.title_line
      )
      BEGIN SELECT RAISE(ABORT, 'the words of a report never change'); END;
  `,
};
