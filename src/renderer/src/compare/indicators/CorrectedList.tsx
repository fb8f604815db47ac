import type { FigureComparison } from '../../../../shared/contract/schemas/figures.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { Button } from '../../ui/Button.tsx';
import { nameOf } from './figureSentence.ts';
import type { Corrections } from './useCorrections.ts';

/** What the person changed, so that it can be taken back on any later day. */
export function CorrectedList({
  figures,
  reports,
  corrections,
}: {
  figures: FigureComparison;
  reports: readonly ReportDetail[];
  corrections: Corrections;
}) {
  const { corrections: changed, assigned } = figures;
  if (changed.length + assigned.length === 0) return null;
  return (
    <section className="panel-part" aria-label="人工改过">
      <h2>
        人工改过 <span className="num">{changed.length + assigned.length}</span> 处
      </h2>
      <ul className="panel-list">
        {changed.map(({ id, documentId, wording, kept }) => {
          const report = reports.find(({ summary }) => summary.id === documentId);
          return (
            <li key={id} className="panel-line">
              <span>
                {report && nameOf(report)}“{wording.trim()}”{!kept && '：不列入表'}
              </span>
              <Button
                size="small"
                variant="text"
                aria-label={`撤销“${wording.trim()}”的改动`}
                onClick={() => corrections.undo(documentId, id)}
              >
                撤销
              </Button>
            </li>
          );
        })}
        {assigned.map(({ name, indicator }) => (
          <li key={name} className="panel-line">
            <span>
              各篇“{name}”归入“{indicator}”
            </span>
            <Button
              size="small"
              variant="text"
              aria-label={`撤销“${name}”的归入`}
              onClick={() => corrections.assign(name, null)}
            >
              撤销
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
