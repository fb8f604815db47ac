import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { DownIcon, UpIcon } from '../../ui/icons.tsx';
import { type Nature, nextSort, type SortColumn, yearOf } from './figuresView.ts';
import { NATURE_NAMES } from './figureWords.ts';

/** Two lines: the reports, and under each its year of results and its year of targets. */
export function FiguresHead({
  reports,
  natures,
  sort,
  onSort,
}: {
  reports: readonly ReportDetail[];
  natures: readonly Nature[];
  sort: SortColumn | null;
  onSort: (sort: SortColumn | null) => void;
}) {
  return (
    <thead className="figures-heads">
      <tr>
        <th scope="col" rowSpan={2} className="figures-corner">
          指标与口径
        </th>
        {reports.map(({ summary }) => (
          <th key={summary.id} scope="colgroup" colSpan={natures.length} className="figures-report">
            {summary.town ?? summary.title}
            <span className="figures-county">{summary.metadata.county}</span>
          </th>
        ))}
      </tr>
      <tr>
        {reports.map((report) =>
          natures.map((nature) => {
            const column = { documentId: report.summary.id, nature };
            const sorted =
              sort?.documentId === column.documentId && sort.nature === nature ? sort : null;
            return (
              <th
                key={`${column.documentId}-${nature}`}
                scope="col"
                className={
                  nature === natures[0] ? 'figures-nature figures-first' : 'figures-nature'
                }
                aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
              >
                <button
                  type="button"
                  className="figures-sort"
                  title="各主题内按这一列排序"
                  onClick={() => onSort(nextSort(sort, column))}
                >
                  {sorted && (sorted.descending ? <DownIcon size={12} /> : <UpIcon size={12} />)}
                  {yearOf(report, nature)} {NATURE_NAMES[nature]}
                </button>
              </th>
            );
          }),
        )}
      </tr>
    </thead>
  );
}
