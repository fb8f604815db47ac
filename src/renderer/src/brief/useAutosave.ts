import { useCallback, useEffect, useRef, useState } from 'react';
import { useMutation } from '../bridge/useMutation.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { type BriefDraft, isComplete } from './draft.ts';

export type Keeping = 'unchanged' | 'keeping' | 'kept' | 'failed';

/**
 * Keeps every settled change, and on leaving the view also one that had not settled. A new brief gets
 * its id with the first keeping and is updated from then on.
 */
export function useAutosave({
  draft,
  settled,
  start,
  briefId,
  onChanged,
}: {
  draft: BriefDraft;
  /** The draft once it has not changed for a moment. */
  settled: BriefDraft;
  /** What is stored, or was begun with. */
  start: BriefDraft;
  briefId: string | null;
  onChanged: () => void;
}): Keeping {
  const { replace } = useNavigation();
  const toast = useToast();
  const [keeping, setKeeping] = useState<Keeping>('unchanged');
  const save = useMutation('briefs.save', toast.fail).run;
  const id = useRef(briefId);
  const last = useRef(start);
  const queue = useRef(Promise.resolve());
  const here = useRef(false);
  const latest = useRef({ draft, onChanged });
  latest.current = { draft, onChanged };

  const keep = useCallback(
    (spec: BriefDraft) => {
      last.current = spec;
      queue.current = queue.current.then(async () => {
        const result = await save({ id: id.current, spec });
        const isNew = id.current === null;
        if (result) id.current = result.brief.id;
        // Elsewhere by now: the place the person is at is not to be touched.
        if (!here.current) return;
        setKeeping(result ? 'kept' : 'failed');
        if (!result) return;
        if (isNew) replace({ view: 'brief', briefId: result.brief.id });
        latest.current.onChanged();
      });
    },
    [save, replace],
  );

  useEffect(() => {
    if (settled === last.current || !isComplete(settled)) return;
    setKeeping('keeping');
    keep(settled);
  }, [settled, keep]);

  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      const unsettled = latest.current.draft;
      if (unsettled !== last.current && isComplete(unsettled)) keep(unsettled);
    };
  }, [keep]);

  return keeping;
}
