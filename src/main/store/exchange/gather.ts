import type { Decision } from '../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import {
  IS_NEWEST,
  REVISIONS_ON_REPORT,
  type RevisionRow,
  SELECT_REVISION,
  targetsOf,
} from '../annotationRevisions.ts';
import type { Storage } from '../storage.ts';
import type {
  EarlierText,
  LibraryPart,
  PartCorrection,
  PartDecision,
  PartLeftover,
  PartNote,
  PartReport,
  PartRevision,
} from './part.ts';

type Source = Pick<Storage, 'connection'>;

/** Reports in sight among `ids` with all that belongs to them, in the order they came. */
export function gatherPart(
  storage: Source,
  ids: readonly string[],
): { part: LibraryPart; leftOut: number } {
  const rows = storage.connection
    .prepare(
      `SELECT r.id, r.title, r.title_line AS titleLine, r.text, r.retrieved_on AS retrievedOn,
              i.source_name AS sourceName, i.format, i.encoding
         FROM reports r JOIN imports i ON i.id = r.import_id
        WHERE r.removed_at IS NULL AND r.id IN (SELECT value FROM json_each(?)) ORDER BY r.key`,
    )
    .all(JSON.stringify(ids)) as Pick<
    PartReport,
    'id' | 'title' | 'titleLine' | 'text' | 'retrievedOn' | 'sourceName' | 'format' | 'encoding'
  >[];
  const chosen = new Set(rows.map(({ id }) => id));
  const speaking = new Set<string>();
  const reports = rows.map((row): PartReport => {
    for (const note of notesOn(storage, row.id)) speaking.add(note);
    return {
      ...row,
      earlierTexts: gatherEarlierTexts(storage, row.id),
      leftovers: gatherLeftovers(storage, row.id),
      decisions: gatherDecisions(storage, row.id),
      corrections: gatherCorrections(storage, row.id),
      notes: gatherNotes(storage, row.id, chosen),
    };
  });
  const taken = reports.reduce((sum, { notes }) => sum + notes.length, 0);
  return { part: { reports }, leftOut: speaking.size - taken };
}

function gatherEarlierTexts({ connection }: Source, id: string): EarlierText[] {
  return connection
    .prepare(
      `SELECT id, title_line AS titleLine, text, author, replaced_at AS replacedAt
         FROM superseded_texts WHERE report_id = ? ORDER BY sequence`,
    )
    .all(id) as EarlierText[];
}

function gatherLeftovers({ connection }: Source, id: string): PartLeftover[] {
  return connection
    .prepare(
      `SELECT text, reason, edge FROM discarded_texts
        WHERE report_id = ? AND restored_to IS NULL ORDER BY position`,
    )
    .all(id) as PartLeftover[];
}

interface DecisionRow {
  id: string;
  field: string;
  value: string;
  decidedAt: string;
  author: string;
  undoes: string | null;
}

export function gatherDecisions({ connection }: Source, id: string): PartDecision[] {
  const rows = connection
    .prepare(
      `SELECT id, field, value, decided_at AS decidedAt, author, undoes
         FROM report_decisions WHERE report_id = ? ORDER BY sequence`,
    )
    .all(id) as DecisionRow[];
  return rows.map(({ author, undoes, value, ...row }) => ({
    decision: { ...row, value: JSON.parse(value) } as Decision,
    author,
    undoes,
  }));
}

export function gatherCorrections({ connection }: Source, id: string): PartCorrection[] {
  const rows = connection
    .prepare(
      `SELECT id, start_offset AS start, end_offset AS "end", wording, name, reading, author, device,
              written_at AS writtenAt, undoes
         FROM figure_corrections WHERE report_id = ? ORDER BY sequence`,
    )
    .all(id) as (Omit<PartCorrection, 'reading'> & { reading: string | null })[];
  return rows.map(({ reading, ...row }) => ({
    ...row,
    reading: reading === null ? null : (JSON.parse(reading) as IndicatorReading),
  }));
}

/** Ids of the notes in force that speak or ever spoke of a report. */
function notesOn({ connection }: Source, reportId: string): string[] {
  return connection
    .prepare(
      `SELECT DISTINCT a.annotation_id FROM annotation_revisions a
        WHERE a.annotation_id IN (SELECT annotation_id FROM annotation_revisions
                                   WHERE id IN (${REVISIONS_ON_REPORT}))
          AND a.tombstone = 0
          AND ${IS_NEWEST}`,
    )
    .pluck()
    .all({ reportId }) as string[];
}

/** A note that ever spoke of a report outside the choice stays at home: half of it would be another note. */
function gatherNotes(storage: Source, reportId: string, chosen: ReadonlySet<string>): PartNote[] {
  const { connection } = storage;
  const begunHere = connection
    .prepare('SELECT id FROM annotations WHERE report_id = ? ORDER BY key')
    .pluck()
    .all(reportId) as string[];
  const inForce = new Set(notesOn(storage, reportId));
  const revisions = connection.prepare<[string], RevisionRow>(
    `${SELECT_REVISION} WHERE a.annotation_id = ? ORDER BY a.sequence`,
  );
  return begunHere
    .filter((id) => inForce.has(id))
    .map((id) => ({ id, revisions: revisions.all(id).map(toRevision) }))
    .filter((note) =>
      note.revisions.every(({ targets }) => targets.every((target) => chosen.has(target.reportId))),
    );
}

function toRevision(row: RevisionRow): PartRevision {
  const { id, author, device, note, category } = row;
  return {
    id,
    author,
    device,
    writtenAt: row.written_at,
    removed: row.tombstone === 1,
    note,
    category,
    tags: JSON.parse(row.tags) as string[],
    targets: targetsOf(row),
  };
}
