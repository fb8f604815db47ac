/**
 * What a list tells of a report's analysis, a hundredth of it, so that a library of many thousands opens
 * without reading what was found in each text. A head is written in the transaction that writes the findings;
 * whoever writes them anew has none until he writes that too, so that it never tells of earlier ones. What
 * `toldOf` makes of an analysis is made here of those that are there; an unreadable one is passed over.
 *
 * The index knows how long each text is and whether it is in sight: in the table both stand behind the text.
 */
export const reportHeads = {
  version: 220,
  sql: `
    CREATE TABLE report_heads (
      key INTEGER PRIMARY KEY REFERENCES reports (key) ON DELETE CASCADE,
      told TEXT NOT NULL
    ) STRICT;
    INSERT INTO report_heads (key, told)
      SELECT r.key,
             json_object(
               'kind', f.kind,
               'metadata', json(f.metadata),
               'notices', json(f.notices),
               'confidence', json((
                 SELECT json_group_object(field, confidence)
                   FROM (SELECT value ->> 'field' AS field, max(value ->> 'confidence') AS confidence
                           FROM json_each(f.evidence) GROUP BY field))),
               'placeClues', json((
                 SELECT json_group_array(json(value)) FROM json_each(f.evidence)
                  WHERE value ->> 'field' IN ('statedLocality', 'actualLocality')
                    AND EXISTS (SELECT 1 FROM json_each(f.notices)
                                 WHERE value ->> 'code' = 'locality-conflict'))))
        FROM (SELECT report_id, kind,
                     analysis -> '$.metadata' AS metadata,
                     analysis -> '$.notices' AS notices,
                     analysis -> '$.evidence' AS evidence
                FROM report_findings WHERE json_valid(analysis)) f
        JOIN reports r ON r.id = f.report_id;
    CREATE TRIGGER head_of_earlier_findings AFTER UPDATE OF kind, analysis ON report_findings
      BEGIN
        DELETE FROM report_heads WHERE key = (SELECT key FROM reports WHERE id = NEW.report_id);
      END;
    CREATE INDEX reports_in_sight ON reports (removed_at, character_count);
  `,
};
