import { useCallback, useState } from 'react';
import { usePlaceKey } from '../../navigation/navigation.tsx';

const KEPT = 40;
const states = new Map<string, unknown>();

/** View state that going back finds as it was left. `name` tells several of one place apart. */
export function usePlaceState<T>(name: string, first: T): [T, (change: Partial<T>) => void] {
  const key = `${name} ${usePlaceKey()}`;
  const [state, setState] = useState(() => (states.get(key) as T | undefined) ?? first);
  const change = useCallback(
    (part: Partial<T>) =>
      setState((before) => {
        const next = { ...before, ...part };
        states.delete(key);
        states.set(key, next);
        const oldest = states.keys().next();
        if (states.size > KEPT && !oldest.done) states.delete(oldest.value);
        return next;
      }),
    [key],
  );
  return [state, change];
}
