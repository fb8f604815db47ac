import { useSyncExternalStore } from 'react';

/** True while the window, in CSS pixels and so after zoom, is narrower than `below`. */
export function useNarrow(below: number): boolean {
  const query = `(max-width: ${below - 0.02}px)`;
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => below > 0 && matchMedia(query).matches,
  );
}
