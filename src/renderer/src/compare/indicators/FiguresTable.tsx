import { useMemo, useState } from 'react';
import type { FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { DerivedCells } from './DerivedCells.tsx';
import { FigureCell } from './FigureCell.tsx';
import { FiguresHead } from './FiguresHead.tsx';
import {
  type ChosenReading,
  type FiguresView,
  type Nature,
  type RowGroup,
  readingKey,
  type SortColumn,
  shownNatures,
} from './figuresView.ts';
import { moveInTable } from './moveInTable.ts';
import { RowHead } from './RowHead.tsx';

/** Pixels: of the first column, and of the narrowest a value can be read in. */
const HEAD_WIDTH = 178;
const LEAST_WIDTH = 96;

interface FiguresTableProps {
  reports: readonly ReportDetail[];
  groups: readonly RowGroup[];
  view: FiguresView;
  pinned: readonly string[];
  chosen: ChosenReading | null;
  /** Whether a person changed the reading. */
  isCorrected: (documentId: string, reading: IndicatorReading) => boolean;
  onChoose: (chosen: ChosenReading) => void;
  onPin: (row: FigureRow, pinned: boolean) => void;
  onSort: (sort: SortColumn | null) => void;
}

/** Rows are indicators by topic, columns are reports, each with its results and its targets. */
export function FiguresTable({
  reports,
  groups,
  view,
  pinned,
  chosen,
  isCorrected,
  onChoose,
  onPin,
  onSort,
}: FiguresTableProps) {
  const natures = useMemo(() => shownNatures(view), [view]);
  const columns = 1 + reports.length * natures.length;
  // One stop of the tab key for all values; the arrow keys move among them.
  const [reached, setReached] = useState<string | null>(null);
  const keys = useMemo(() => shownKeys(groups, natures), [groups, natures]);
  const chosenKey = chosen && readingKey(chosen);
  const stop =
    [reached, chosenKey].find((key) => key !== null && keys.has(key)) ??
    keys.values().next().value ??
    null;

  return (
    <table
      className="figures-table"
      style={{ minWidth: HEAD_WIDTH + (columns - 1) * LEAST_WIDTH }}
      aria-label="指标对照表，方向键在数字之间移动"
      onKeyDown={moveInTable}
    >
      <FiguresHead reports={reports} natures={natures} sort={view.sort} onSort={onSort} />
      {groups.map((group) => (
        <tbody key={group.id}>
          <tr>
            <th scope="rowgroup" colSpan={columns} className="figures-topic">
              <span className="figures-topic-name">{group.name}</span>
            </th>
          </tr>
          {group.rows.map(({ row, derived }) => [
            <tr key={row.id}>
              <RowHead
                row={row}
                pinned={pinned.includes(row.id)}
                onPin={(next) => onPin(row, next)}
              />
              {reports.map((report, at) =>
                natures.map((nature) => (
                  <FigureCell
                    key={`${report.summary.id}-${nature}`}
                    row={row}
                    report={report}
                    nature={nature}
                    first={nature === natures[0]}
                    readings={row.cells[at]?.[nature] ?? []}
                    asWritten={view.asWritten}
                    chosenKey={ofColumn(chosenKey, report, nature)}
                    stopKey={ofColumn(stop, report, nature)}
                    isCorrected={isCorrected}
                    onReach={setReached}
                    onChoose={onChoose}
                  />
                )),
              )}
            </tr>,
            ...derived.map((each) => (
              <tr key={each.id} className="figures-derived">
                <th scope="row" className="figures-head">
                  <span className="figures-name">{each.name}</span>
                  <span className="figures-note">{each.unit}，由原文数字推算</span>
                </th>
                <DerivedCells row={each} natures={natures} />
              </tr>
            )),
          ])}
        </tbody>
      ))}
    </table>
  );
}

/** The key where it is of this column, so that the cells of the others are not drawn again. */
function ofColumn(key: string | null, { summary }: ReportDetail, nature: Nature): string | null {
  return key?.startsWith(`${summary.id}|${nature}|`) ? key : null;
}

function shownKeys(groups: readonly RowGroup[], natures: readonly Nature[]): Set<string> {
  const cells = groups.flatMap(({ rows }) => rows.flatMap(({ row }) => row.cells));
  return new Set(
    cells.flatMap(({ documentId, ...cell }) =>
      natures.flatMap((nature) =>
        cell[nature].map(({ start, name }) => readingKey({ documentId, nature, start, name })),
      ),
    ),
  );
}
