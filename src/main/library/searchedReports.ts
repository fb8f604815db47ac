import type {
  Notice,
  ReportAnalysis,
  ReportKind,
  ReportMetadata,
} from '../../shared/report/report.ts';
import type { Connection } from '../store/connection.ts';
import type { Migration } from '../store/migrations/list.ts';

/**
 * What a search shows and filters of a report, beside the index and written with it: reading whole
 * findings for every hit would take longer than searching.
 *
 * `head` holds what was found, without decisions; `outline` the place, end and level of each section,
 * [[start, end, level], …]; `stamp` is of the index when the row was written, so that a reader fetches
 * only rows it has not seen.
 */
const SCHEMA = `
CREATE TABLE search_report (
  document_key INTEGER PRIMARY KEY,
  stamp INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  head TEXT NOT NULL,
  outline TEXT NOT NULL
) STRICT;
CREATE INDEX search_report_by_stamp ON search_report (stamp);
`;

const INSERT_ROW = `
INSERT OR REPLACE INTO search_report (document_key, stamp, id, title, head, outline)
SELECT r.key, coalesce((SELECT value FROM search_state WHERE name = 'generation'), 0), r.id, r.title,`;

const SELECT_FROM_FINDINGS = `${INSERT_ROW}
       json_object('kind', f.kind,
                   'metadata', json_extract(f.analysis, '$.metadata'),
                   'notices', json((SELECT json_group_array(json(value))
                                 FROM json_each(f.analysis, '$.notices')
                                WHERE json_extract(value, '$.code') = 'locality-conflict'))),
       (SELECT json_group_array(json_array(json_extract(value, '$.start'),
                                           json_extract(value, '$.end'),
                                           json_extract(value, '$.level')))
          FROM json_each(f.analysis, '$.sections'))
  FROM reports r JOIN report_findings f ON f.report_id = r.id
 WHERE r.removed_at IS NULL`;

export const searchedReportsMigration: Migration = {
  version: 100,
  sql: `${SCHEMA}${SELECT_FROM_FINDINGS};`,
};

/** What was found of a report, without the person's decisions. */
export interface SearchedHead {
  kind: ReportKind;
  metadata: ReportMetadata;
  /** Only that title and text name different places. */
  notices: Notice[];
}

export type OutlineEntry = [start: number, end: number, level: number];

export interface SearchedRow {
  key: number;
  id: string;
  title: string;
  head: string;
}

/** Statements on the rows; writing happens inside the caller's transaction, behind the index. */
export function createSearchedReports(connection: Connection) {
  const write = connection.prepare<[number]>(`${SELECT_FROM_FINDINGS} AND r.key = ?`);
  const writeFound = connection.prepare<[string, string, number]>(
    `${INSERT_ROW} ?, ? FROM reports r WHERE r.key = ? AND r.removed_at IS NULL`,
  );
  const remove = connection.prepare<[number]>('DELETE FROM search_report WHERE document_key = ?');
  const writeAll = connection.prepare<[]>(SELECT_FROM_FINDINGS);
  const removeAll = connection.prepare<[]>('DELETE FROM search_report');
  const selectStamps = connection
    .prepare<[], [number, number]>('SELECT document_key, stamp FROM search_report')
    .raw();
  const selectRow = connection.prepare<[number], SearchedRow>(
    'SELECT document_key AS key, id, title, head FROM search_report WHERE document_key = ?',
  );
  const selectOutline = connection
    .prepare<[number], string>('SELECT outline FROM search_report WHERE document_key = ?')
    .pluck();
  return {
    write: (key: number) => write.run(key),
    /** The same where the stored findings are at hand: SQLite takes long to take them apart. */
    writeFound: (key: number, { kind, metadata, notices, sections }: ReportAnalysis) => {
      const conflicts = notices.filter(({ code }) => code === 'locality-conflict');
      const head: SearchedHead = { kind, metadata, notices: conflicts };
      const outline = sections.map(({ start, end, level }): OutlineEntry => [start, end, level]);
      writeFound.run(JSON.stringify(head), JSON.stringify(outline), key);
    },
    remove: (key: number) => remove.run(key),
    rewriteAll: () => {
      removeAll.run();
      writeAll.run();
    },
    /** Key and stamp of every report. */
    stamps: () => selectStamps.all(),
    row: (key: number) => selectRow.get(key),
    outline: (key: number) => JSON.parse(selectOutline.get(key) ?? '[]') as OutlineEntry[],
  };
}

export type SearchedReports = ReturnType<typeof createSearchedReports>;
