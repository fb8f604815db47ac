import type { Frequency } from '../../../shared/contract/routes/search.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import type { SearchRoute } from '../navigation/route.ts';
import { figure } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { FailureState } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { FrequencyChart } from './FrequencyChart.tsx';
import { narrowingOf } from './narrowing.ts';

/** The window lists so many towns; the exported table has all. */
const MOST_TOWNS = 40;

/** 词频: occurrences by town and year, as a table and a picture. */
export function FrequencyPanel({ route }: { route: SearchRoute }) {
  const toast = useToast();
  const narrowing = narrowingOf(route);
  const asked = useRequest('search.frequency', narrowing, { keepPrevious: true });
  const exporting = useMutation('search.exportFrequency', toast.fail);
  const save = async () => {
    const saved = await exporting.run(narrowing);
    if (saved?.fileName) toast.done(`已导出 ${saved.fileName}。`);
  };
  if (asked.error) return <FailureState message={asked.error.message} onRetry={asked.refresh} />;
  if (!asked.value) return null;
  const { years, total } = asked.value;
  return (
    <div className="frequency">
      <header className="frequency-head">
        <h2>“{route.query.trim()}”历年词频</h2>
        <Button size="small" disabled={exporting.pending} onClick={save}>
          导出表格
        </Button>
      </header>
      <FrequencyChart bars={years.map((year, at) => barOf(asked.value as Frequency, year, at))} />
      <FrequencyTable frequency={asked.value} />
      <p className="quiet">
        年份按部署年。“—”是没有收录该年的报告，“0”是收录了而没有写到。共 {figure(total)} 处。
      </p>
    </div>
  );
}

function yearLabel(year: number | null): string {
  return year === null ? '年份不明' : `${year}年`;
}

function barOf({ cells }: Frequency, year: number | null, at: number) {
  const ofYear = cells.map((row) => row[at] ?? null).filter((cell) => cell !== null);
  const sum = (key: 'count' | 'documents') => ofYear.reduce((whole, cell) => whole + cell[key], 0);
  return { label: yearLabel(year), count: sum('count'), documents: sum('documents') };
}

function FrequencyTable({ frequency }: { frequency: Frequency }) {
  const { years, towns, cells } = frequency;
  const hidden = towns.length - MOST_TOWNS;
  return (
    <div className="frequency-scroll scroll">
      <table className="frequency-table">
        <thead>
          <tr>
            <th scope="col">地区</th>
            {years.map((year) => (
              <th key={year} scope="col" className="num">
                {yearLabel(year)}
              </th>
            ))}
            <th scope="col" className="num">
              合计
            </th>
          </tr>
        </thead>
        <tbody>
          {towns.slice(0, MOST_TOWNS).map((town, at) => {
            const row = cells[at] ?? [];
            return (
              <tr key={town}>
                <th scope="row">{town ?? '地区不明'}</th>
                {years.map((year, column) => {
                  const cell = row[column] ?? null;
                  return (
                    <td key={year} className={cell?.count ? 'num' : 'num quiet'}>
                      {cell === null ? '—' : figure(cell.count)}
                    </td>
                  );
                })}
                <td className="num">
                  <strong>
                    {figure(row.reduce((whole, cell) => whole + (cell?.count ?? 0), 0))}
                  </strong>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {hidden > 0 && <p className="quiet">另有 {figure(hidden)} 个地方，见导出的表格。</p>}
    </div>
  );
}
