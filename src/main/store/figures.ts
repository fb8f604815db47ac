import type { IndicatorReading } from '../../shared/indicator/reading.ts';
import type { Span } from '../../shared/report/report.ts';
import type { FigureCorrection, NewFigureCorrection, ReportFindings } from './libraryStore.ts';
import type { Storage } from './storage.ts';

type Figures = ReportFindings['figures'];

interface CorrectionRow {
  id: string;
  start: number;
  end: number;
  wording: string;
  name: string;
  reading: string | null;
}

/** Corrections of a report in force, oldest first: those neither undone nor themselves an undoing. */
export function listCorrections({ connection }: Storage, reportId: string): FigureCorrection[] {
  const rows = connection
    .prepare(
      `SELECT c.id, c.start_offset AS start, c.end_offset AS "end", c.wording, c.name, c.reading
         FROM figure_corrections c
        WHERE c.report_id = ? AND c.undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM figure_corrections u WHERE u.undoes = c.id)
        ORDER BY c.sequence`,
    )
    .all(reportId) as CorrectionRow[];
  return rows.map(toCorrection);
}

/** Of all reports in sight: corrections in force that give a figure a name other than its own. */
export function listNamedCorrections({
  connection,
}: Pick<Storage, 'connection'>): (FigureCorrection & { reportId: string })[] {
  const rows = connection
    .prepare(
      `SELECT c.id, c.report_id AS reportId, c.start_offset AS start, c.end_offset AS "end",
              c.wording, c.name, c.reading
         FROM figure_corrections c JOIN reports r ON r.id = c.report_id
        WHERE c.undoes IS NULL AND r.removed_at IS NULL
          AND json_extract(c.reading, '$.name') <> c.name
          AND NOT EXISTS (SELECT 1 FROM figure_corrections u WHERE u.undoes = c.id)
        ORDER BY r.key, c.start_offset`,
    )
    .all() as (CorrectionRow & { reportId: string })[];
  return rows.map(toCorrection);
}

function toCorrection<Row extends CorrectionRow>({ reading, ...row }: Row) {
  return {
    ...row,
    reading: reading === null ? null : (JSON.parse(reading) as IndicatorReading),
  };
}

export function addCorrection(
  { connection, newId, now, device }: Storage,
  reportId: string,
  { author, ...correction }: NewFigureCorrection,
): FigureCorrection {
  const id = newId();
  const { start, end, wording, name, reading } = correction;
  connection
    .prepare(
      `INSERT INTO figure_corrections (id, report_id, start_offset, end_offset, wording, name,
                                       reading, author, device, written_at, sequence)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
               (SELECT coalesce(max(sequence), 0) + 1 FROM figure_corrections))`,
    )
    .run(
      id,
      reportId,
      start,
      end,
      wording,
      name,
      reading === null ? null : JSON.stringify(reading),
      author,
      device,
      now(),
    );
  return { id, ...correction };
}

/** False if the report has no such correction in force. */
export function undoCorrection(
  { connection, newId, now, device }: Storage,
  reportId: string,
  correctionId: string,
  author: string,
): boolean {
  const { changes } = connection
    .prepare(
      `INSERT INTO figure_corrections (id, report_id, start_offset, end_offset, wording, name,
                                       author, device, written_at, sequence, undoes)
       SELECT ?, c.report_id, c.start_offset, c.end_offset, c.wording, c.name, ?, ?, ?,
              (SELECT max(sequence) + 1 FROM figure_corrections), c.id
         FROM figure_corrections c
        WHERE c.id = ? AND c.report_id = ? AND c.undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM figure_corrections u WHERE u.undoes = c.id)`,
    )
    .run(newId(), author, device, now(), correctionId, reportId);
  return changes === 1;
}

/**
 * The figures as the person left them. A correction whose wording is not what stands at its place
 * belongs to another text and is passed over.
 */
export function applyCorrections(
  text: string,
  figures: Figures,
  corrections: readonly FigureCorrection[],
): Figures {
  return corrections
    .filter(({ start, end, wording }) => text.slice(start, end) === wording)
    .reduce(applyCorrection, figures);
}

function applyCorrection(figures: Figures, correction: FigureCorrection): Figures {
  const replaced = new Set(matchReadings(figures.readings, correction));
  const kept = figures.readings.filter((reading) => !replaced.has(reading));
  const readings = correction.reading === null ? kept : [...kept, correction.reading];
  return {
    readings: readings.sort((a, b) => a.start - b.start),
    unsure: figures.unsure.filter((figure) => !overlap(figure, correction)),
  };
}

/** The same place and name; else the same place; else, where a newer reading cuts otherwise, what it touches. */
function matchReadings(
  readings: readonly IndicatorReading[],
  correction: FigureCorrection,
): IndicatorReading[] {
  const touched = readings.filter((reading) => overlap(reading, correction));
  const there = touched.filter(
    ({ start, end }) => start === correction.start && end === correction.end,
  );
  const named = there.filter(({ name }) => name === correction.name);
  return [named, there, touched].find((found) => found.length > 0) ?? [];
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
