import { useEffect, useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import type { BriefRoute } from '../navigation/route.ts';
import { usePreferences } from '../preferences/preferences.tsx';
import { isReport } from '../report/labels.ts';
import { FailureState } from '../ui/States.tsx';
import { BriefDesk } from './BriefDesk.tsx';
import { newBrief } from './draft.ts';

/** A brief (参阅材料) being composed: what goes in at the left, the pages at the right. */
export function BriefView({ route }: { route: BriefRoute }) {
  const { settings } = usePreferences();
  const list = useRequest('reports.list', {});
  const saved = useRequest('briefs.list', {});
  // What was kept last time may be older than what is stored; editing begins from what is stored.
  const [fresh, setFresh] = useState(false);
  useEffect(() => {
    if (!saved.loading) setFresh(true);
  }, [saved.loading]);
  const failure = list.error ?? saved.error;
  if (failure) return <FailureState message={failure.message} onRetry={saved.refresh} />;
  if (!list.value || !saved.value || !fresh) return <main aria-busy="true" className="split" />;

  const { reports } = list.value;
  const { briefs } = saved.value;
  const opened = briefs.find(({ id }) => id === route.briefId);
  const chosen: ReportSummary[] = (route.documents ?? []).flatMap(
    (id) => reports.find((report) => report.id === id) ?? [],
  );
  const begun = newBrief(chosen, settings.author, route.parts);
  return (
    <BriefDesk
      start={
        opened?.spec ?? (route.figureTable ? { ...begun, figureTable: route.figureTable } : begun)
      }
      briefId={opened?.id ?? null}
      briefs={briefs}
      reports={[...reports].sort((a, b) => Number(isReport(b.kind)) - Number(isReport(a.kind)))}
      onChanged={saved.refresh}
    />
  );
}
