import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { yearsLabel } from '../report/labels.ts';

/** The head of a table with one column a report. `note` says more of a column, at its right. */
export function ColumnHeads({
  corner,
  reports,
  note,
}: {
  corner: string;
  reports: readonly ReportDetail[];
  note?: (column: number) => string;
}) {
  return (
    <thead>
      <tr>
        <th scope="col">{corner}</th>
        {reports.map(({ summary }, column) => (
          <th key={summary.id} scope="col">
            {summary.town ?? summary.title}
            <span className="quiet">
              {' '}
              {summary.metadata.county} {yearsLabel(summary.metadata)}
            </span>
            {note && <span className="quiet column-note">{note(column)}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}
