export type { EntryKind } from './entries.ts';
export type { Togetherness } from './evaluate.ts';
export type { SearchFilters } from './filter.ts';
export type { Preference } from './rank.ts';
export type { DocumentCount, SearchAnswer, SearchHit, SearchRequest } from './request.ts';
export { SEARCH_SCHEMA } from './schema.ts';
export type { SectionExtent } from './sections.ts';
export { createTextSearch, type TextSearch } from './textSearch.ts';
export type { DocumentInput, NoteInput } from './writer.ts';
