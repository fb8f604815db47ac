import { useCallback, useEffect, useState } from 'react';
import { useRequest } from '../bridge/useRequest.ts';
import type { DraftRoute } from '../navigation/route.ts';
import { FailureState } from '../ui/States.tsx';
import { DraftDesk } from './DraftDesk.tsx';
import { DraftList } from './DraftList.tsx';
import type { DraftOutput } from './excerpt.ts';
import './draft.css';

/** 起草: the drafts there are, or the one being written. */
export function DraftView({ route }: { route: DraftRoute }) {
  return route.draftId === undefined ? (
    <DraftList />
  ) : (
    <OpenDraft key={route.draftId} id={route.draftId} />
  );
}

function OpenDraft({ id }: { id: string }) {
  const opened = useRequest('drafts.get', { id });
  // What was shown last time may be older than what is stored; writing begins from what is stored.
  const [start, setStart] = useState<typeof opened.value>(undefined);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!opened.loading && opened.value && start === undefined) setStart(opened.value);
  }, [opened.loading, opened.value, start]);
  const replace = useCallback((draft: DraftOutput) => {
    setStart((before) => before && { ...before, draft });
    setTurn((before) => before + 1);
  }, []);
  if (opened.error && !start) {
    return <FailureState message={opened.error.message} onRetry={opened.refresh} />;
  }
  if (!start) return <main aria-busy="true" className="split" />;
  return (
    <DraftDesk
      key={turn}
      start={start.draft}
      lastReportId={start.lastReportId}
      onReplaced={replace}
    />
  );
}
