import { memo } from 'react';
import type { FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { DerivedCells } from './DerivedCells.tsx';
import { FigureCell } from './FigureCell.tsx';
import type { ChosenReading, Nature } from './figuresView.ts';
import { RowHead } from './RowHead.tsx';
import { pinKey, type RowBlock } from './tableGrid.ts';

export interface BlockProps {
  block: RowBlock;
  reports: readonly ReportDetail[];
  natures: readonly Nature[];
  asWritten: boolean;
  pinned: readonly string[];
  /** Of a reading in this block, else null: a block is drawn anew only when it is touched. */
  chosenKey: string | null;
  /** Of the one stop of the tab key, where it is in this block. */
  stopKey: string | null;
  isCorrected: (documentId: string, reading: IndicatorReading) => boolean;
  onReach: (key: string) => void;
  onChoose: (chosen: ChosenReading) => void;
  onPin: (row: FigureRow, pinned: boolean) => void;
}

/** A few rows of the table, each with what was worked out from it. */
export const FigureBlock = memo(function FigureBlock({
  block,
  reports,
  natures,
  asWritten,
  pinned,
  chosenKey,
  stopKey,
  isCorrected,
  onReach,
  onChoose,
  onPin,
}: BlockProps) {
  const { title, rows } = block;
  let line = block.firstLine;
  const lines = rows.map(({ row, derived }) => {
    const first = line + (title === null ? 0 : 1);
    line += 1 + derived.length;
    return { row, derived, first };
  });
  return (
    <tbody data-drawn="">
      {title !== null && (
        <tr aria-rowindex={block.firstLine}>
          <th
            scope="rowgroup"
            colSpan={1 + reports.length * natures.length}
            className="figures-topic"
          >
            <span className="figures-topic-name">{title}</span>
          </th>
        </tr>
      )}
      {lines.map(({ row, derived, first }) => [
        <tr key={row.id} data-row={row.id} aria-rowindex={first}>
          <RowHead
            row={row}
            pinned={pinned.includes(row.id)}
            onPin={(next) => onPin(row, next)}
            onReach={() => onReach(pinKey(row.id))}
          />
          {reports.map((report, at) =>
            natures.map((nature) => (
              <FigureCell
                key={`${report.summary.id}-${nature}`}
                row={row}
                report={report}
                nature={nature}
                first={nature === natures[0]}
                crowded={reports.length > MOST_WITH_WORDS}
                cell={row.cells[at]}
                asWritten={asWritten}
                chosenKey={chosenKey}
                stopKey={stopKey}
                isCorrected={isCorrected}
                onReach={onReach}
                onChoose={onChoose}
              />
            )),
          )}
        </tr>,
        ...derived.map((each, at) => (
          <tr
            key={each.id}
            data-row={each.id}
            aria-rowindex={first + at + 1}
            className="figures-derived"
          >
            <th scope="row" className="figures-head">
              <span className="figures-name">{each.name}</span>
              <span className="figures-note">{each.unit}，由原文数字推算</span>
            </th>
            <DerivedCells row={each} natures={natures} />
          </tr>
        )),
      ])}
    </tbody>
  );
});

/** With more reports than this a dash says 未提及: six times the word in a row hides the numbers. */
const MOST_WITH_WORDS = 4;
