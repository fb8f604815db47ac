import { isDeepStrictEqual } from 'node:util';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import type { Span } from '../../../shared/report/report.ts';
import type { Storage } from '../storage.ts';
import { gatherCorrections } from './gather.ts';
import type { KeptDecision, PartCorrection } from './part.ts';
import type { Place } from './places.ts';
import { isSameInk } from './twinSpan.ts';

/** What is taken of the corrected figures of one report. */
export interface CorrectionStep {
  /** Of the report here. */
  reportId: string;
  rows: PartCorrection[];
}

/** As with decisions: a figure that anybody ever corrected here stays as it is. */
export function planCorrections(
  storage: Storage,
  places: readonly Place[],
): { steps: CorrectionStep[]; kept: KeptDecision[] } {
  const find = storage.connection.prepare('SELECT 1 FROM figure_corrections WHERE id = ?');
  const corrected = new Map<string, PartCorrection[]>();
  const kept: KeptDecision[] = [];
  const steps = places.map((place): CorrectionStep => {
    const mine = corrected.get(place.id) ?? gatherCorrections(storage, place.id);
    const { move } = place;
    const taken = new Set<string>();
    const theirs = place.report.corrections.flatMap((row) => moveRow(row, move, place.text));
    const rows = theirs.filter((row) => {
      if (find.get(row.id) !== undefined) return false;
      if (row.undoes !== null && !taken.has(row.undoes)) return false;
      const here = mine.filter((own) => overlap(own, row));
      if (here.length === 0) taken.add(row.id);
      else kept.push(...differing(place, here, row, theirs));
      return here.length === 0;
    });
    corrected.set(place.id, [...mine, ...rows]);
    return { reportId: place.id, rows };
  });
  return { steps: steps.filter(({ rows }) => rows.length > 0), kept };
}

/** As it stands here; none where its words are others. */
function moveRow(row: PartCorrection, move: Place['move'], text: string): PartCorrection[] {
  const span = move(row);
  if (span === undefined) return [];
  const wording = text.slice(span.start, span.end);
  if (!isSameInk(wording, row.wording)) return [];
  if (row.reading === null) return [{ ...row, ...span, wording }];
  const [place, clause] = [move(row.reading), move(row.reading.clause)];
  if (place === undefined || clause === undefined) return [];
  return [{ ...row, ...span, wording, reading: { ...row.reading, ...place, clause } }];
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function differing(
  { report }: Place,
  mine: readonly PartCorrection[],
  row: PartCorrection,
  theirs: readonly PartCorrection[],
): KeptDecision[] {
  const isUndone = (id: string, rows: readonly PartCorrection[]) =>
    rows.some(({ undoes }) => undoes === id);
  if (row.undoes !== null || isUndone(row.id, theirs)) return [];
  const ours = mine.findLast(({ id, undoes }) => undoes === null && !isUndone(id, mine));
  if (ours !== undefined && isDeepStrictEqual(ours.reading, row.reading)) return [];
  return [
    {
      reportTitle: report.title,
      field: 'figure',
      mine: ours === undefined ? '' : inWords(ours.reading),
      theirs: inWords(row.reading),
    },
  ];
}

function inWords(reading: IndicatorReading | null): string {
  return reading === null ? '不是指标' : `${reading.name} ${reading.valueText}`;
}

export function takeCorrections({ connection }: Storage, { reportId, rows }: CorrectionStep): void {
  const insert = connection.prepare(
    `INSERT INTO figure_corrections (id, report_id, start_offset, end_offset, wording, name, reading,
                                     author, device, written_at, sequence, undoes)
     VALUES (@id, @reportId, @start, @end, @wording, @name, @packed, @author, @device, @writtenAt,
             (SELECT coalesce(max(sequence), 0) + 1 FROM figure_corrections), @undoes)`,
  );
  for (const row of rows) {
    const packed = row.reading === null ? null : JSON.stringify(row.reading);
    const { id, start, end, wording, name, author, device, writtenAt, undoes } = row;
    insert.run({
      ...{ id, reportId, start, end, wording, name, packed, author, device, writtenAt, undoes },
    });
  }
}
