import type { Output, Parsed } from '../../shared/contract/routes.ts';

export type SearchRequest = Parsed<'search.run'>;
export type SearchAnswer = Output<'search.run'>;

/** Full-text search over the library. Asynchronous and JSON-only, like the store. */
export interface TextSearch {
  run(request: SearchRequest): Promise<SearchAnswer>;
}
