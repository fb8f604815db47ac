/**
 * Drafts of next year's report. The working text is one row written over at every pause in typing;
 * versions are kept as they were. The working text carries its hash, which tells a damaged page.
 */
export const drafts = {
  version: 190,
  sql: `
    CREATE TABLE drafts (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      town TEXT NOT NULL,
      plan_year INTEGER NOT NULL,
      basis_id TEXT,
      begun_at TEXT NOT NULL,
      saved_at TEXT NOT NULL,
      removed_at TEXT,
      blocks TEXT NOT NULL,
      sha256 TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE draft_versions (
      id TEXT PRIMARY KEY,
      draft_id TEXT NOT NULL REFERENCES drafts (id),
      sequence INTEGER NOT NULL,
      kept_at TEXT NOT NULL,
      name TEXT NOT NULL,
      character_count INTEGER NOT NULL,
      blocks TEXT NOT NULL,
      UNIQUE (draft_id, sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE draft_dismissals (
      draft_id TEXT NOT NULL REFERENCES drafts (id),
      key TEXT NOT NULL,
      dismissed_at TEXT NOT NULL,
      PRIMARY KEY (draft_id, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE draft_settlements (
      draft_id TEXT NOT NULL REFERENCES drafts (id),
      plan_id TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      -- What the person decided; null where a department has answered and they have not.
      outcome TEXT,
      reason TEXT NOT NULL,
      reported TEXT NOT NULL,
      settled_at TEXT NOT NULL,
      PRIMARY KEY (draft_id, plan_id, start, "end")
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER operation_draft AFTER INSERT ON drafts
      BEGIN UPDATE operations SET count = count + 1; END;
    CREATE TRIGGER operation_draft_saved AFTER UPDATE ON drafts
      BEGIN UPDATE operations SET count = count + 1; END;
    CREATE TRIGGER operation_draft_version AFTER INSERT ON draft_versions
      BEGIN UPDATE operations SET count = count + 1; END;
    CREATE TRIGGER operation_draft_settled AFTER INSERT ON draft_settlements
      BEGIN UPDATE operations SET count = count + 1; END;
  `,
};
