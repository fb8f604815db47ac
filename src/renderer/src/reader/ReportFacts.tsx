import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../shared/report/report.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FactRow } from './FactRow.tsx';
import { factsOf } from './facts.ts';
import { PossibleVersions, ReportOrigin, ReportVersions } from './ReportSource.tsx';
import './reportFacts.css';
import { useDecide } from '../report/useDecide.ts';

/** 资料信息: what is known about the document itself, each with its reason, each to be corrected. */
export function ReportFacts({
  report,
  onShow,
  onClose,
}: {
  report: ReportDetail;
  /** Lights a passage of the text. */
  onShow: (span: Span) => void;
  onClose: () => void;
}) {
  const { decide, undo } = useDecide(report.summary.id);
  return (
    <Dialog open title="资料信息" width="wide" onClose={onClose}>
      <p className="quiet">您认定的以您为准，不再被推断改动；原文一字不动。点依据可看原句。</p>
      <ul className="facts">
        {factsOf(report).map((fact) => (
          <FactRow
            key={fact.field}
            fact={fact}
            report={report}
            onShow={(span) => {
              onClose();
              onShow(span);
            }}
            onDecide={decide}
            onUndo={undo}
          />
        ))}
      </ul>
      <ReportVersions report={report} onUndo={undo} />
      <PossibleVersions report={report} onDecide={decide} />
      <ReportOrigin report={report} />
    </Dialog>
  );
}
