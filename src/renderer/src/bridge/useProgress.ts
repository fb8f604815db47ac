import { useEffect, useState } from 'react';
import type { LibraryEvent } from '../../../shared/contract/events.ts';
import { onLibraryEvent } from './request.ts';

export type ProgressEvent = Extract<LibraryEvent, { type: 'progress' }>;

/** The last word on long work of this kind, while `active`. */
export function useProgress(active: boolean): ProgressEvent | undefined {
  const [progress, setProgress] = useState<ProgressEvent>();
  useEffect(() => {
    setProgress(undefined);
    if (!active) return;
    return onLibraryEvent((event) => event.type === 'progress' && setProgress(event));
  }, [active]);
  return progress;
}
