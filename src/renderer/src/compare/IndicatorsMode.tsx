import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { FailureState } from '../ui/States.tsx';
import { FiguresDesk } from './indicators/FiguresDesk.tsx';
import { FIRST_VIEW } from './indicators/figuresView.ts';
import { usePlaceState } from './indicators/usePlaceState.ts';

const WIDE = ['town', 'village', 'firm', 'project'] as const;
const TOWN = ['town'] as const;

/** Stated figures side by side: one definition a row, results and targets in columns of their own. */
export function IndicatorsMode({ reports }: { reports: readonly ReportDetail[] }) {
  const [view, change] = usePlaceState('figures', FIRST_VIEW);
  const question = {
    ids: reports.map(({ summary }) => summary.id),
    scopes: [...(view.wide ? WIDE : TOWN)],
  };
  const { value, error, refresh } = useRequest('indicators.compare', question, {
    keepPrevious: true,
  });
  if (error) return <FailureState message={error.message} onRetry={refresh} />;
  if (!value) return null;
  return (
    <FiguresDesk
      figures={value}
      question={question}
      reports={reports}
      view={view}
      onChange={change}
    />
  );
}
