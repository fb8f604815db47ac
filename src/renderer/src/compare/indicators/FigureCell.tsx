import { memo } from 'react';
import type { FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { Tag } from '../../ui/Labels.tsx';
import { type ChosenReading, type Nature, readingKey, yearOf } from './figuresView.ts';
import { cellNotes, isBelowLastYear, isStriking, valueWords } from './figureWords.ts';

/** Every reading of one report for one row; 未提及 where there is none. */
export const FigureCell = memo(function FigureCell({
  row,
  report,
  nature,
  first,
  readings,
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
  readings: readonly IndicatorReading[];
  asWritten: boolean;
  chosenKey: string | null;
  stopKey: string | null;
  isCorrected: (documentId: string, reading: IndicatorReading) => boolean;
  onReach: (key: string) => void;
  onChoose: (chosen: ChosenReading) => void;
}) {
  const documentId = report.summary.id;
  const named = !row.comparable || new Set(readings.map(({ name }) => name)).size > 1;
  return (
    <td className={first ? 'figures-cell figures-first' : 'figures-cell'}>
      {readings.length === 0 && <span className="figures-none">未提及</span>}
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
});
