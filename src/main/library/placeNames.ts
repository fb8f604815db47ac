import { pinyin } from 'pinyin-pro';
import { normaliseForSearch } from '../../shared/text/normalise.ts';
import type { Catalogue } from './catalogue.ts';

/** A place by one of its names; while it is to be decided between two, the path ends in 待认定. */
export interface NamedPlace {
  name: string;
  path: string[];
}

const MOST_PLACES = 8;

const LETTERS = /^[a-z]+$/;

/** The readings of a name as they are typed, kept: 皇华镇 → hhz, huanghuazhen. */
const readings = new Map<string, readonly string[]>();

function readingsOf(name: string): readonly string[] {
  let known = readings.get(name);
  if (known === undefined) {
    const options = { toneType: 'none', type: 'array' } as const;
    const initials = pinyin(name, { ...options, pattern: 'first' }).join('');
    known = [
      initials.toLowerCase(),
      pinyin(name, { ...options, v: true })
        .join('')
        .toLowerCase(),
    ];
    readings.set(name, known);
  }
  return known;
}

/** How well a name fits, the best 0; undefined where it does not. */
function rankOf(name: string, typed: string): number | undefined {
  const forms = LETTERS.test(typed) ? readingsOf(name) : [normaliseForSearch(name)];
  if (forms.includes(typed)) return 0;
  if (forms.some((form) => form.startsWith(typed))) return 1;
  return forms.some((form) => form.includes(typed)) ? 2 : undefined;
}

/**
 * Places by a part of their name, by its pinyin or by its initials, the best fit first; a few.
 *
 * @param typed 昌城, changcheng, ccz
 */
export function placesNamed({ entries }: Catalogue, typed: string): NamedPlace[] {
  const wanted = normaliseForSearch(typed).replace(/\s/gu, '');
  if (wanted === '') return [];
  const found: (NamedPlace & { rank: number })[] = [];
  const seen = new Set<string>();
  const look = (name: string, path: string[]) => {
    const key = [...path, name].join('/');
    if (seen.has(key)) return;
    seen.add(key);
    const rank = rankOf(name, wanted);
    if (rank !== undefined) found.push({ name, path, rank });
  };
  for (const { place, doubtful } of entries) {
    const decided = doubtful.length > 0 ? place.slice(0, -1) : place;
    decided.forEach((name, depth) => {
      look(name, decided.slice(0, depth + 1));
    });
    for (const name of doubtful) look(name, [...place]);
  }
  return found
    .sort((left, right) => left.rank - right.rank || left.path.length - right.path.length)
    .slice(0, MOST_PLACES)
    .map(({ name, path }) => ({ name, path }));
}
