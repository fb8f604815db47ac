import { useEffect, useState } from 'react';
import { whenIdleNextFrame } from './whenIdle.ts';

/** Where there is always something else to do. */
const WITHIN_MS = 300;

/**
 * A value as it was when there last was nothing else to do. Sixty counts beside the hits are not drawn in the
 * frame in which hits are.
 */
export function useWhenIdle<V extends object | undefined>(value: V): V {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (value === shown) return undefined;
    return whenIdleNextFrame(() => setShown(value), WITHIN_MS);
  }, [value, shown]);
  return shown;
}
