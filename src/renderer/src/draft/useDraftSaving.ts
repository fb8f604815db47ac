import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftBlock } from '../../../shared/draft/blocks.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useToast } from '../ui/Toasts.tsx';

/** Saved after a pause of this length, and in ceaseless typing after `AT_MOST_MS`, so that it is on the disk within 3 s. */
const PAUSE_MS = 800;
const AT_MOST_MS = 2500;
/** What could not be saved is tried again so often: a full disk is emptied, a stick is plugged in. */
const AGAIN_MS = 5000;

/** What autosave keeps. */
export interface DraftText {
  title: string;
  congress: string;
  speaker: string;
  blocks: readonly DraftBlock[];
}

export interface Saving {
  /** When the last change reached the disk; null while one is on its way. */
  savedAt: string | null;
  failed: boolean;
  changed: (text: DraftText) => void;
  /** Saves what is not saved yet; resolves once it is on the disk. */
  flush: () => Promise<void>;
}

/** Saves a draft while it is being typed, and when it is left. */
export function useDraftSaving(id: string, start: { savedAt: string }): Saving {
  const toast = useToast();
  const [savedAt, setSavedAt] = useState<string | null>(start.savedAt);
  const [failed, setFailed] = useState(false);
  /** Said once, however often it is tried again. */
  const failing = useRef(false);
  const gone = useRef(false);
  const { run } = useMutation('drafts.save', (message) => {
    if (!failing.current) toast.fail(message);
  });
  const waiting = useRef<DraftText | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const since = useRef(0);
  const queue = useRef(Promise.resolve());

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const text = waiting.current;
    waiting.current = null;
    since.current = 0;
    if (text === null) return queue.current;
    queue.current = queue.current.then(async () => {
      const saved = await run({ id, ...text, blocks: [...text.blocks] });
      failing.current = saved === undefined;
      setFailed(failing.current);
      if (waiting.current !== null) return;
      setSavedAt(saved?.savedAt ?? null);
      // Once the desk is left, an older text must not be written over what is typed there next.
      if (!failing.current || gone.current) return;
      waiting.current = text;
      since.current = performance.now();
      timer.current = setTimeout(() => void flush(), AGAIN_MS);
    });
    return queue.current;
  }, [id, run]);

  const changed = useCallback(
    (text: DraftText) => {
      const now = performance.now();
      if (waiting.current === null) since.current = now;
      waiting.current = text;
      setSavedAt(null);
      clearTimeout(timer.current);
      const left = AT_MOST_MS - (now - since.current);
      timer.current = setTimeout(() => void flush(), Math.max(0, Math.min(PAUSE_MS, left)));
    },
    [flush],
  );

  useEffect(() => {
    const onHide = () => void flush();
    gone.current = false;
    window.addEventListener('pagehide', onHide);
    return () => {
      gone.current = true;
      window.removeEventListener('pagehide', onHide);
      void flush();
    };
  }, [flush]);

  return { savedAt, failed, changed, flush };
}
