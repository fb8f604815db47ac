import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { yearsLabel } from '../report/labels.ts';

/** The head of a table with one column a report. */
export function ColumnHeads({
  corner,
  reports,
}: {
  corner: string;
  reports: readonly ReportDetail[];
}) {
  return (
    <thead>
      <tr>
        <th scope="col">{corner}</th>
        {reports.map(({ summary }) => (
          <th key={summary.id} scope="col">
            {summary.town ?? summary.title}
            <span className="quiet">
              {' '}
              {summary.metadata.county} {yearsLabel(summary.metadata)}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
