/**
 * The further passages of a note that ties passages of several reports; the first stands in the
 * revision itself. Written with their revision and never changed after it.
 */
export const annotationTargets = {
  version: 110,
  sql: `
    CREATE TABLE annotation_targets (
      revision_id TEXT NOT NULL REFERENCES annotation_revisions (id) ON DELETE CASCADE,
      place INTEGER NOT NULL CHECK (place > 0),
      report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
      start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL,
      anchor TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('anchored', 'review', 'orphaned')),
      PRIMARY KEY (revision_id, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX targets_of_report ON annotation_targets (report_id);
  `,
};
