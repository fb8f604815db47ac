import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FigureRow } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import { FigureBlock } from './FigureBlock.tsx';
import { FiguresHead } from './FiguresHead.tsx';
import {
  type ChosenReading,
  type FiguresView,
  type RowGroup,
  readingKey,
  type SortColumn,
  shownNatures,
} from './figuresView.ts';
import { HEAD_LINES, linesOf, neighbour, type RowBlock, toBlocks, toGrid } from './tableGrid.ts';
import { useBlocksInSight } from './useBlocksInSight.ts';

/** Pixels: of the first column, and of the narrowest a value can be read in. */
const HEAD_WIDTH = 178;
const LEAST_WIDTH = 84;
/** A table with no more cells than this is drawn whole. */
const FEW_CELLS = 1200;
/** Pixels of a row before it was drawn, for each line of readings, and of a topic's line. */
const ROW_HEIGHT = 48;
const TITLE_HEIGHT = 26;

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

/**
 * Rows are indicators by topic, columns are reports, each with its results and its targets. Only the
 * rows near the screen are drawn.
 */
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
  const table = useRef<HTMLTableElement>(null);
  const { natures: shown, asWritten } = view;
  const natures = useMemo(() => shownNatures({ natures: shown }), [shown]);
  const blocks = useMemo(() => toBlocks(groups), [groups]);
  const grid = useMemo(() => toGrid(blocks, natures), [blocks, natures]);
  const keys = useMemo(
    () => blocks.map((block) => new Set(toGrid([block], natures).flat(2))),
    [blocks, natures],
  );
  const ids = useMemo(() => blocks.map(({ id }) => `${id} ${shown}`), [blocks, shown]);
  const estimate = useCallback((at: number) => heightBefore(blocks[at]), [blocks]);
  const { first, end, heightOf } = useBlocksInSight(table, ids, estimate);
  const lines = blocks.reduce((sum, block) => sum + linesOf(block), 0);
  const few = lines * reports.length * natures.length <= FEW_CELLS;

  // One stop of the tab key for all values; the arrow keys move among them.
  const [reached, setReached] = useState<string | null>(null);
  const chosenKey = chosen && readingKey(chosen);
  const isShown = (key: string | null) =>
    key !== null && isReading(key) && keys.some((block) => block.has(key));
  const stop = [reached, chosenKey].find(isShown) ?? grid.flat(2).find(isReading) ?? null;

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || event.ctrlKey || event.shiftKey || event.metaKey) return;
    const from = (event.target as HTMLElement).dataset.key;
    const next = from === undefined ? undefined : neighbour(grid, from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    if (next === null) return;
    // It may stand in a block that was not drawn.
    flushSync(() => setReached(next));
    table.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <table
      ref={table}
      className="figures-table"
      style={{ minWidth: HEAD_WIDTH + reports.length * natures.length * LEAST_WIDTH }}
      aria-label="指标对照表，方向键在数字之间移动"
      aria-rowcount={HEAD_LINES + lines}
      onKeyDown={onKeyDown}
    >
      <FiguresHead reports={reports} natures={natures} sort={view.sort} onSort={onSort} />
      {blocks.map((block, at) => {
        const inBlock = (key: string | null) => (key !== null && keys[at]?.has(key) ? key : null);
        if (!few && (at < first || at >= end) && inBlock(reached) === null) {
          return (
            <tbody key={block.id}>
              <tr style={{ height: heightOf(at) }} />
            </tbody>
          );
        }
        return (
          <FigureBlock
            key={block.id}
            block={block}
            reports={reports}
            natures={natures}
            asWritten={asWritten}
            pinned={pinned}
            chosenKey={inBlock(chosenKey)}
            stopKey={inBlock(stop)}
            isCorrected={isCorrected}
            onReach={setReached}
            onChoose={onChoose}
            onPin={onPin}
          />
        );
      })}
    </table>
  );
}

function isReading(key: string): boolean {
  return !key.startsWith('pin|');
}

/** About how high a block will be: a line for each reading of its fullest cells. */
function heightBefore(block: RowBlock | undefined): number {
  if (block === undefined) return 0;
  const lines = block.rows.reduce((sum, { row, derived }) => {
    const fullest = Math.max(
      1,
      ...row.cells.flatMap(({ actual, target }) => [actual.length, target.length]),
    );
    return sum + fullest + derived.length;
  }, 0);
  return lines * ROW_HEIGHT + (block.title === null ? 0 : TITLE_HEIGHT);
}
