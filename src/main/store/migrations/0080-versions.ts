/**
 * What a file gave before lines were joined and page furniture taken out, kept beside the import where it
 * differs from the text; and the way to the reports of one place and year, among which another version of
 * a report is looked for.
 */
export const versions = {
  version: 80,
  sql: `
    CREATE TABLE extracted_texts (
      import_id TEXT PRIMARY KEY REFERENCES imports (id) ON DELETE CASCADE,
      text TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX findings_by_town_and_plan_year ON report_findings (
      coalesce(json_extract(analysis, '$.metadata.actualLocality'),
               json_extract(analysis, '$.metadata.statedLocality')),
      json_extract(analysis, '$.metadata.planYear')
    );
    CREATE INDEX decisions_undone ON report_decisions (undoes) WHERE undoes IS NOT NULL;
    CREATE INDEX decisions_by_field ON report_decisions (field, value);
  `,
};
