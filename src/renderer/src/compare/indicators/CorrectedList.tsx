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
  if (figures.corrections.length === 0) return null;
  return (
    <section className="panel-part" aria-label="人工改过">
      <h2>
        人工改过 <span className="num">{figures.corrections.length}</span> 处
      </h2>
      <ul className="panel-list">
        {figures.corrections.map(({ id, documentId, wording, kept }) => {
          const report = reports.find(({ summary }) => summary.id === documentId);
          return (
            <li key={id} className="panel-line">
              <span>
                {report && nameOf(report)}“{wording.trim()}”{!kept && '：不是指标'}
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
      </ul>
    </section>
  );
}
