import type { SearchNarrowing } from '../../shared/contract/routes/search.ts';
import { type Catalogue, type CatalogueEntry, liesIn } from './catalogue.ts';

/** The filters that choose among reports; roles and topics choose within them. */
export type DocumentFilter = 'places' | 'peersOf' | 'reviewYears' | 'planYears' | 'kinds';

function includes<V>(wanted: readonly V[] | undefined, value: V | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value));
}

const TESTS: Record<DocumentFilter, (entry: CatalogueEntry, wanted: SearchNarrowing) => boolean> = {
  places: ({ place }, { places }) => places?.some((path) => liesIn(place, path)) ?? true,
  peersOf: ({ place }, { peersOf }) => peersOf === undefined || isPeer(place, peersOf),
  reviewYears: ({ reviewYear }, wanted) => includes(wanted.reviewYears, reviewYear),
  planYears: ({ planYear }, wanted) => includes(wanted.planYears, planYear),
  kinds: ({ kind }, { kinds }) => includes(kinds, kind),
};
const DOCUMENT_FILTERS = Object.keys(TESTS) as DocumentFilter[];

/** 昌城镇 and 皇华镇, both of 诸城市. */
function isPeer(place: readonly string[], of: readonly string[]): boolean {
  return place.length === of.length && liesIn(place, of.slice(0, -1)) && place.at(-1) !== of.at(-1);
}

/** Whether a report passes the filters, `except` one whose values are being counted. */
export function passes(
  entry: CatalogueEntry,
  wanted: SearchNarrowing,
  except?: DocumentFilter,
): boolean {
  const { localities, years } = wanted;
  return (
    (localities?.some((name) => entry.names.has(name)) ?? true) &&
    (years?.some((year) => year === entry.reviewYear || year === entry.planYear) ?? true) &&
    DOCUMENT_FILTERS.every((filter) => filter === except || TESTS[filter](entry, wanted))
  );
}

/** Whether any filter chooses among reports. */
export function choosesReports(wanted: SearchNarrowing): boolean {
  const { localities, years } = wanted;
  return (
    localities !== undefined ||
    years !== undefined ||
    DOCUMENT_FILTERS.some((filter) => wanted[filter] !== undefined)
  );
}

/** Undefined where no filter chooses among reports, so that nothing need be listed. */
export function documentKeysOf(
  readCatalogue: () => Catalogue,
  wanted: SearchNarrowing,
): number[] | undefined {
  if (!choosesReports(wanted)) return undefined;
  return readCatalogue()
    .entries.filter((entry) => passes(entry, wanted))
    .map(({ key }) => key);
}
