import type { Output, Parsed } from '../../shared/contract/routes.ts';

export interface LibraryQuery
  extends Pick<Parsed<'search.run'>, 'query' | 'roles' | 'limit' | 'allOffsets'> {
  /** Only these reports; absent: all. */
  documentIds?: string[];
}

export type LibraryAnswer = Output<'search.run'>;

/** Full-text search over the library. Asynchronous and JSON-only, like the store. */
export interface TextSearch {
  run(request: LibraryQuery): Promise<LibraryAnswer>;
}
