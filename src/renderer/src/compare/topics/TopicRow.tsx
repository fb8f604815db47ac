import { memo } from 'react';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { Button } from '../../ui/Button.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../../ui/icons.tsx';
import { TopicCell } from './TopicCell.tsx';
import type { Density, Part, Passage, ShownRow } from './topicsView.ts';

/** One topic across the reports. Rows that do not change are not drawn anew. */
export const TopicRow = memo(function TopicRow({
  row,
  reports,
  part,
  density,
  words,
  open,
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
  onToggle: (topic: string) => void;
  onOpen: (report: string, passage: Passage) => void;
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
            onOpen={(passage) => onOpen(cell.documentId, passage)}
            onPart={onPart}
          />
        </td>
      ))}
    </tr>
  );
});
