import type { Preference } from '../search/index.ts';
import { type Catalogue, findHome, liesIn } from './catalogue.ts';

// Always the same list, so that the index keeps the order made from it.
export const NO_PREFERENCES: readonly Preference[] = [];

/** The person's own town first, then the towns of its county; made once for a state of the library. */
export function createPreferences(): (catalogue: Catalogue, home: string) => readonly Preference[] {
  let last: { catalogue: Catalogue; home: string; preferences: readonly Preference[] } | undefined;
  return (catalogue, home) => {
    if (last?.catalogue !== catalogue || last.home !== home) {
      last = { catalogue, home, preferences: preferHome(catalogue, home) };
    }
    return last.preferences;
  };
}

function preferHome(catalogue: Catalogue, home: string): readonly Preference[] {
  const place = findHome(catalogue, home);
  if (place === undefined) return NO_PREFERENCES;
  const keysIn = (path: readonly string[]) =>
    catalogue.entries.flatMap((entry) => (liesIn(entry.place, path) ? [entry.key] : []));
  const county = place.slice(0, -1);
  const town = { reason: '本镇', documentKeys: keysIn(place) };
  return county.length === 0 ? [town] : [town, { reason: '同县', documentKeys: keysIn(county) }];
}
