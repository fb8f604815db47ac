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
                <Tag>{row.nature === 'actual' ? '实绩' : '目标'}</Tag>
                <span className="indicator-note">{row.unit}</span>
              </th>
              {row.cells.map((cell) => (
                <td key={cell.documentId} className="indicator-cell">
                  {cell.readings.length === 0 && <span className="quiet">未提及</span>}
                  {cell.readings.map((reading) => (
                    <Reading key={reading.start} reading={reading} row={row} id={cell.documentId} />
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
  id,
}: {
  reading: IndicatorReading;
  row: IndicatorRow;
  id: string;
}) {
  const { go } = useNavigation();
  const { normalizedValue, normalizedUnit, valueText, growthPercent, period, clause } = reading;
  const inRowUnit = normalizedValue !== null && normalizedUnit === row.unit;
  return (
    <button
      type="button"
      className="indicator-reading"
      onClick={() => go({ view: 'reader', id, focus: { start: clause.start, end: clause.end } })}
    >
      <span className="num">{inRowUnit ? figure(normalizedValue) : valueText}</span>
      <span className="indicator-note">
        {[
          inRowUnit && valueText,
          period,
          growthPercent !== null && changeWords(reading),
          reading.certain ? null : '待核',
        ]
          .filter(Boolean)
          .join('，')}
      </span>
    </button>
  );
}

/** 完成率 is not growth, and percentage points are not percent. */
function changeWords({ growthPercent, changeKind }: IndicatorReading): string {
  const sign = (growthPercent ?? 0) > 0 ? '+' : '';
  switch (changeKind) {
    case 'completion':
      return `完成率 ${growthPercent}%`;
    case 'points':
      return `${sign}${growthPercent} 个百分点`;
    case 'annual-average':
      return `年均 ${sign}${growthPercent}%`;
    default:
      return `${sign}${growthPercent}%`;
  }
}
