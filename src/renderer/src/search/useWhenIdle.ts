import { useEffect, useState } from 'react';
import { whenIdleNextFrame } from './whenIdle.ts';

/** Where there is always something else to do. */
const WITHIN_MS = 300;

/**
 * A value as it was when there last was nothing else to do: sixty counts beside the hits are neither asked for
 * nor drawn while hits are drawn. A value that is a new object each time would have the view drawn for ever.
 */
export function useWhenIdle<V extends object | null | undefined>(value: V): V {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (value === shown) return undefined;
    return whenIdleNextFrame(() => setShown(value), WITHIN_MS);
  }, [value, shown]);
  return shown;
}
