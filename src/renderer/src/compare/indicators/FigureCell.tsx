import type { FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { Tag } from '../../ui/Labels.tsx';
import { type ChosenReading, type Nature, readingKey, yearOf } from './figuresView.ts';
import { cellNotes, isBelowLastYear, isStriking, valueWords } from './figureWords.ts';

/** Every reading of one report for one row; 未提及 where there is none. */
export function FigureCell({
  row,
  report,
  nature,
  first,
  crowded,
  cell,
  asWritten,
  chosenKey,
  stopKey,
  isCorrected,
  onReach,
  onChoose,
}: {
  row: FigureRow;
  report: ReportDetail;
  nature: Nature;
  /** Of its report's columns. */
  first: boolean;
  /** So many columns that 未提及 is drawn as a dash. */
  crowded: boolean;
  cell: FigureRow['cells'][number] | undefined;
  asWritten: boolean;
  chosenKey: string | null;
  stopKey: string | null;
  isCorrected: (documentId: string, reading: IndicatorReading) => boolean;
  onReach: (key: string) => void;
  onChoose: (chosen: ChosenReading) => void;
}) {
  const documentId = report.summary.id;
  const readings = cell?.[nature] ?? [];
  const place = first ? 'figures-cell figures-first' : 'figures-cell';
  if (readings.length === 0) {
    return (
      <td className={`${place} ${silence(cell, first, crowded)}`}>
        <span>未提及</span>
      </td>
    );
  }
  const named = !row.comparable || new Set(readings.map(({ name }) => name)).size > 1;
  return (
    <td className={place}>
      {readings.map((reading) => {
        const chosen = { documentId, nature, start: reading.start, name: reading.name };
        const key = readingKey(chosen);
        const wording = report.text.slice(reading.start, reading.end).replaceAll(/\s/gu, '');
        const shown = valueWords(reading, { unit: row.unit, wording, asWritten });
        const notes = cellNotes(reading, {
          shown,
          wording,
          year: yearOf(report, nature),
          rowName: row.name,
          named,
        });
        return (
          <button
            key={key}
            type="button"
            className="figure-reading"
            data-key={key}
            aria-pressed={key === chosenKey}
            tabIndex={key === stopKey ? 0 : -1}
            onFocus={() => onReach(key)}
            onClick={() => onChoose(chosen)}
          >
            <span className="figure-value num">{shown}</span>
            <span className="figure-notes">
              {notes.join('，')}
              {nature === 'target' && isBelowLastYear(reading, row, report) && (
                <span className="figure-check">低于上年</span>
              )}
              {isStriking(reading) && <span className="figure-check">请核</span>}
              {!reading.certain && <Tag tone="warn">待核</Tag>}
              {isCorrected(documentId, reading) && <Tag>人工</Tag>}
            </span>
          </button>
        );
      })}
    </td>
  );
}

/**
 * 未提及 is said once for a report that never names the indicator, and quietly, by a dash, where it
 * does name it: else the words would drown the numbers.
 */
function silence(
  cell: FigureRow['cells'][number] | undefined,
  first: boolean,
  crowded: boolean,
): 'figures-none' | 'figures-dash' | 'figures-blank' {
  const never = !cell || (cell.actual.length === 0 && cell.target.length === 0);
  if (!never) return 'figures-dash';
  if (!first) return 'figures-blank';
  return crowded ? 'figures-dash' : 'figures-none';
}
