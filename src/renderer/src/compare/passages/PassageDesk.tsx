import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { AnnotateDialog } from '../../note/AnnotateButton.tsx';
import { usePlaceState } from '../indicators/usePlaceState.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { type ChosenPassage, toggleChosen } from './chosen.ts';
import { type PassageDesk as Desk, PassageDeskProvider } from './deskContext.ts';
import { useAddToBrief } from './useAddToBrief.ts';

/** Lets every mode of the comparison choose passages, and acts on them: notes, briefs. */
export function PassageDesk({
  reports,
  children,
}: {
  reports: readonly ReportDetail[];
  children: ReactNode;
}) {
  const [{ chosen }, change] = usePlaceState<{ chosen: readonly ChosenPassage[] }>('chosen', {
    chosen: [],
  });
  const [writing, setWriting] = useState<readonly ChosenPassage[] | null>(null);
  const brief = useAddToBrief();
  const toggle = useCallback(
    (passage: ChosenPassage) => change({ chosen: toggleChosen(chosen, passage) }),
    [change, chosen],
  );
  const desk = useMemo(
    (): Desk => ({ chosen, toggle, annotate: setWriting, brief }),
    [chosen, toggle, brief],
  );
  const done = () => {
    setWriting(null);
    if (writing === chosen) change({ chosen: [] });
  };
  return (
    <PassageDeskProvider value={desk}>
      {children}
      <ChosenBar reports={reports} onClear={() => change({ chosen: [] })} />
      {writing && (
        <AnnotateDialog passages={writing} onDone={done} onClose={() => setWriting(null)} />
      )}
    </PassageDeskProvider>
  );
}
