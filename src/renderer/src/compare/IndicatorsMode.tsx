import type { IndicatorRow } from '../../../shared/contract/schemas/indicator.ts';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { figure } from '../report/labels.ts';
import { Tag } from '../ui/Labels.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import { ColumnHeads } from './ColumnHeads.tsx';

/** Stated figures, one definition a row, results and targets in rows of their own. */
export function IndicatorsMode({ reports }: { reports: readonly ReportDetail[] }) {
  const ids = reports.map(({ summary }) => summary.id);
  const { value, error, refresh } = useRequest('indicators.table', { ids });
  if (error) return <FailureState message={error.message} onRetry={refresh} />;
  // Rows that name one report only stand in that report; a comparison shows what two at least state.
  const rows = value?.rows.filter(
    ({ cells }) => cells.filter(({ readings }) => readings.length > 0).length >= 2,
  );
  return (
    <div className="compare-table-area scroll">
      {rows?.length === 0 && (
        <EmptyState title="没有两篇都写到的指标">各篇的数字仍可在原文中查看。</EmptyState>
      )}
      <table className="compare-table">
        <ColumnHeads corner="指标与口径" reports={reports} />
        <tbody>
          {rows?.map((row) => (
            <tr key={`${row.key ?? row.name}-${row.nature}-${row.unit}`}>
              <th scope="row">
                {row.name}
                <span className="indicator-note">
                  {row.unit} <Tag>{row.nature === 'actual' ? '实绩' : '目标'}</Tag>
                </span>
              </th>
              {reports.map((report, at) => (
                <td key={report.summary.id} className="indicator-cell">
                  {row.cells[at]?.readings.length === 0 && <span className="quiet">未提及</span>}
                  {row.cells[at]?.readings.map((reading) => (
                    <Reading key={reading.start} reading={reading} row={row} report={report} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Reading({
  reading,
  row,
  report,
}: {
  reading: IndicatorReading;
  row: IndicatorRow;
  report: ReportDetail;
}) {
  const { go } = useNavigation();
  const { id } = report.summary;
  const { normalizedValue, normalizedUnit, start, end, clause } = reading;
  const wording = report.text.slice(start, end);
  const inRowUnit = normalizedValue !== null && normalizedUnit === row.unit;
  const shown = inRowUnit ? figure(normalizedValue) : wording;
  const notes = [
    shown.replace(',', '') + (row.unit ?? '') === wording ? null : `原文${wording}`,
    periodWords(reading.period),
    changeWords(reading),
    reading.certain ? null : '待核',
  ];
  return (
    <button
      type="button"
      className="indicator-reading"
      onClick={() => go({ view: 'reader', id, focus: { start: clause.start, end: clause.end } })}
    >
      <span className="num">{shown}</span>
      <span className="indicator-note">{notes.filter((note) => note !== null).join('，')}</span>
    </button>
  );
}

/** “2018” → 2018年, “2018-” → 2018年以来, “2019-2021” → 2019—2021年. */
function periodWords(period: string | null): string | null {
  if (period === null) return null;
  const [from = '', to] = period.split('-');
  if (to === undefined) return `${from}年`;
  return to === '' ? `${from}年以来` : `${from}—${to}年`;
}

/** 完成率 is not growth, and percentage points are not percent. */
function changeWords({ growthPercent, changeKind }: IndicatorReading): string | null {
  if (growthPercent === null) return null;
  const signed = `${growthPercent > 0 ? '+' : ''}${growthPercent}`;
  switch (changeKind) {
    case 'completion':
      return `完成率 ${growthPercent}%`;
    case 'points':
      return `${signed} 个百分点`;
    case 'annual-average':
      return `年均 ${signed}%`;
    default:
      return `${signed}%`;
  }
}
