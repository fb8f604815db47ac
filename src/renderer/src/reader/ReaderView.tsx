import { useRequest } from '../bridge/useRequest.ts';
import type { ReaderRoute } from '../navigation/route.ts';
import { FailureState } from '../ui/States.tsx';
import { ReaderDesk } from './ReaderDesk.tsx';

/** One report: outline, text, and the notes beside it. */
export function ReaderView({ route }: { route: ReaderRoute }) {
  const report = useRequest('reports.get', { id: route.id });
  const annotations = useRequest('annotations.list', { documentId: route.id });
  const error = report.error ?? annotations.error;
  if (error) {
    const retry = () => {
      report.refresh();
      annotations.refresh();
    };
    return <FailureState message={error.message} onRetry={retry} />;
  }
  if (!report.value || !annotations.value) return <main className="split" aria-busy="true" />;
  return (
    <ReaderDesk
      report={report.value}
      annotations={annotations.value.annotations}
      focus={route.focus ?? null}
      facts={route.facts === true}
      placing={route.placing ?? null}
    />
  );
}
