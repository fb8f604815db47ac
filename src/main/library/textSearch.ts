import type { SearchNarrowing } from '../../shared/contract/routes/search.ts';
import type { Output, Parsed } from '../../shared/contract/routes.ts';
import type { FrequencyTable } from '../../shared/search/frequency.ts';

export interface LibraryQuery extends Parsed<'search.run'> {
  /** The person's own town, whose hits come before others'; empty: none. */
  home: string;
}

export type LibraryAnswer = Output<'search.run'>;

/** The facets of a search; topics are not named here. */
export type LibraryFacets = Omit<Output<'search.facets'>, 'topics'> & {
  topics: { value: string; count: number }[];
};

/** Full-text search over the library. Asynchronous and JSON-only, like the store. */
export interface TextSearch {
  run(request: LibraryQuery): Promise<LibraryAnswer>;
  /** The exact totals; `byTitle` reports are found by their title alone and come first. */
  count(request: Parsed<'search.count'>): Promise<Output<'search.count'>>;
  /** Occurrences that a search finds. */
  countTotal(request: SearchNarrowing): Promise<number>;
  /** Places, from the top, that a word of their name, its pinyin or its initials stand for; a few. */
  findPlaces(typed: string): Promise<Output<'search.places'>['places']>;
  /** What each value of each filter would find. */
  countFacets(request: SearchNarrowing & { home: string }): Promise<LibraryFacets>;
  /** 词频 over the reports that pass the filters, found or not. */
  tabulate(request: SearchNarrowing): Promise<FrequencyTable>;
  selfCheck(): Promise<Output<'search.selfCheck'>>;
  /** Writes the whole index anew, or leaves it as it is. Answers how many documents it holds. */
  rebuild(onProgress: (done: number, total: number) => void): Promise<number>;
}
