import { memo } from 'react';
import type { Density, Part, ShownRow } from '../../../../shared/comparison/topicsView.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../../shared/report/report.ts';
import { Button } from '../../ui/Button.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../../ui/icons.tsx';
import type { ChosenPassage } from '../passages/chosen.ts';
import { TopicCell } from './TopicCell.tsx';

/** One topic across the reports. Rows that do not change are not drawn anew. */
export const TopicRow = memo(function TopicRow({
  row,
  reports,
  part,
  density,
  words,
  open,
  active,
  chosen,
  topicsOf,
  onToggle,
  onOpen,
  onPart,
  onRead,
}: {
  row: ShownRow;
  reports: readonly ReportDetail[];
  part: Part;
  density: Density;
  words: readonly string[];
  open: boolean;
  /** The passage of this row the person points at, by its key; null while it is elsewhere. */
  active: string | null;
  /** The chosen passages that stand in this row. */
  chosen: readonly ChosenPassage[];
  topicsOf: (documentId: string, passage: Span) => string[];
  onToggle: (topic: string) => void;
  onOpen: (report: string, passage: Span) => void;
  onPart: (part: Part) => void;
  /** Reads the texts side by side at this topic; absent where there is none to read at. */
  onRead: ((topic: string) => void) | undefined;
}) {
  const whole = open || density === 'whole';
  return (
    <tr data-topic={row.id} data-density={density} data-open={open || undefined}>
      <th scope="row">
        <button
          type="button"
          className="topic-name"
          aria-expanded={whole}
          disabled={density === 'whole'}
          onClick={() => onToggle(row.id)}
        >
          {whole ? <ChevronDownIcon size={16} /> : <ChevronRightIcon size={16} />}
          {row.name}
        </button>
        {open && onRead && (
          <Button size="small" className="topic-read" onClick={() => onRead(row.id)}>
            并排读
          </Button>
        )}
      </th>
      {row.cells.map((cell, column) => (
        <td key={cell.documentId} tabIndex={-1}>
          <TopicCell
            topic={row.id}
            cell={cell}
            report={reports[column] as ReportDetail}
            part={part}
            density={whole ? 'whole' : density}
            words={words}
            active={active}
            chosen={chosen}
            topicsOf={topicsOf}
            onOpen={(passage) => onOpen(cell.documentId, passage)}
            onPart={onPart}
          />
        </td>
      ))}
    </tr>
  );
});
