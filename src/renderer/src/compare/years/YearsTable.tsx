import { memo } from 'react';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../../shared/report/report.ts';
import { useNavigation } from '../../navigation/navigation.tsx';
import { Tag } from '../../ui/Labels.tsx';
import { ColumnHeads } from '../ColumnHeads.tsx';
import { YearText } from './YearText.tsx';
import type { RowKind, YearRow } from './yearRows.ts';

const KIND_NAMES: Record<RowKind, string> = {
  same: '未改',
  moved: '移位',
  changed: '改动',
  gone: '删去',
  added: '新增',
};

/** The earlier text at the left, the later at the right, sentence by sentence in the order of the later. */
export const YearsTable = memo(function YearsTable({
  rows,
  before,
  after,
}: {
  rows: readonly YearRow[];
  before: ReportDetail;
  after: ReportDetail;
}) {
  return (
    <table className="compare-table years-table">
      <ColumnHeads corner="变化" reports={[before, after]} />
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.before?.start} ${row.after?.start}`}
            data-kind={row.kind}
            data-start={row.after?.start}
            data-end={row.after?.end}
          >
            <th scope="row">
              {KIND_NAMES[row.kind]}
              {row.kind === 'changed' && row.moved && <Tag>移位</Tag>}
            </th>
            <td>
              <Side
                report={before}
                span={row.before}
                edits={row.edits.map((edit) => edit.before)}
                mark="del"
              />
            </td>
            <td>
              <Side
                report={after}
                span={row.after}
                edits={row.edits.map((edit) => edit.after)}
                mark="ins"
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
});

function Side({
  report,
  span,
  edits,
  mark,
}: {
  report: ReportDetail;
  span: Span | null;
  edits: readonly Span[];
  mark: 'del' | 'ins';
}) {
  const { go } = useNavigation();
  if (span === null) return null;
  const { start, end } = span;
  return (
    <button
      type="button"
      className="year-side original"
      onClick={() => go({ view: 'reader', id: report.summary.id, focus: { start, end } })}
    >
      <YearText text={report.text} span={span} edits={edits} mark={mark} />
    </button>
  );
}
