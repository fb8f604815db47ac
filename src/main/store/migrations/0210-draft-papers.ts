/**
 * What is printed of a draft besides its text: the line of the congress and the speaker under its title,
 * and the explanations of its terms as the person put them.
 */
export const draftPapers = {
  version: 210,
  sql: `
    ALTER TABLE drafts ADD COLUMN congress TEXT NOT NULL DEFAULT '';
    ALTER TABLE drafts ADD COLUMN speaker TEXT NOT NULL DEFAULT '';
    CREATE TABLE draft_terms (
      draft_id TEXT NOT NULL REFERENCES drafts (id),
      term TEXT NOT NULL,
      -- Null: the person left the term out of the annex.
      explanation TEXT,
      PRIMARY KEY (draft_id, term)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER operation_draft_term AFTER INSERT ON draft_terms
      BEGIN UPDATE operations SET count = count + 1; END;
  `,
};
