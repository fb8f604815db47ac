import { useState } from 'react';
import type { Output } from '../../../shared/contract/routes.ts';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { ROLE_NAMES } from '../report/labels.ts';
import { FailureState } from '../ui/States.tsx';
import { ColumnHeads } from './ColumnHeads.tsx';

type TopicRow = Output<'comparison.topics'>['topics'][number];
type Cell = TopicRow['cells'][number];

/** Passages shown in a folded cell. */
const FOLDED = 1;

/** Topics × reports. A row opens to all its passages; every passage leads to its place in the report. */
export function TopicsMode({ reports }: { reports: readonly ReportDetail[] }) {
  const ids = reports.map(({ summary }) => summary.id);
  const { value, error, refresh } = useRequest('comparison.topics', { ids });
  const [open, setOpen] = useState<string | null>(null);
  if (error) return <FailureState message={error.message} onRetry={refresh} />;
  return (
    <div className="compare-table-area scroll">
      <table className="compare-table">
        <ColumnHeads corner="主题" reports={reports} />
        <tbody>
          {value?.topics.map((topic) => (
            <tr key={topic.id} data-open={topic.id === open || undefined}>
              <th scope="row">
                <button
                  type="button"
                  aria-expanded={topic.id === open}
                  onClick={() => setOpen(topic.id === open ? null : topic.id)}
                >
                  {topic.name}
                </button>
              </th>
              {topic.cells.map((cell, column) => (
                <td key={cell.documentId}>
                  <TopicCell
                    cell={cell}
                    report={reports[column] as ReportDetail}
                    whole={topic.id === open}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TopicCell({ cell, report, whole }: { cell: Cell; report: ReportDetail; whole: boolean }) {
  const { go } = useNavigation();
  const display = useDisplayText();
  const { passages, scattered } = cell;
  if (passages.length === 0) return <span className="quiet">未提及</span>;
  const shown = whole ? passages : passages.slice(0, FOLDED);
  return (
    <>
      {scattered && <strong>散见 {passages.length} 处</strong>}
      {shown.map(({ start, end, role }) => (
        <button
          key={start}
          type="button"
          className={whole ? 'topic-passage original' : 'topic-passage topic-folded original'}
          onClick={() => go({ view: 'reader', id: report.summary.id, focus: { start, end } })}
        >
          {display(report.text.slice(start, end))}
          {whole && role !== null && <span className="topic-role">{ROLE_NAMES[role]}</span>}
        </button>
      ))}
      {!whole && <span className="topic-count">共 {passages.length} 句</span>}
    </>
  );
}
