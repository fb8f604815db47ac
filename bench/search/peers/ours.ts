import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createTextSearch, SEARCH_SCHEMA } from '../../../src/main/search/index.ts';
import { openConnection } from '../../../src/main/store/connection.ts';
import { cutClauses } from '../../../src/shared/text/clauses.ts';
import { SECTIONS_A_REPORT } from '../corpus.ts';
import type { Peer } from './peer.ts';

export const OURS = '本应用(FlexSearch)';

/** A report as the store hands it over: one text, and where its sections are. */
export function asDocument(sections: readonly string[], documentKey: number) {
  let start = 0;
  const extents = sections.map((section) => {
    const extent = { start, end: start + section.length + 1 };
    start = extent.end;
    return extent;
  });
  // The first clause of a section stands for its heading: hits in headings come first.
  const headings = extents.map((extent, i) => ({
    start: extent.start,
    end: extent.start + (cutClauses(sections[i] ?? '')[1] ?? 1),
  }));
  return { documentKey, title: '', text: sections.join('\n'), sections: extents, headings };
}

/** Bytes of all tables but the text, which every peer needs. */
export function indexBytes(path: string): number {
  const connection = new Database(path, { readonly: true });
  const bytes = connection
    .prepare<[], number>("SELECT sum(pgsize) FROM dbstat WHERE name <> 'search_text'")
    .pluck()
    .get();
  connection.close();
  return bytes ?? 0;
}

export const ours: Peer = {
  name: OURS,
  build(sections, folder) {
    const path = join(folder, 'ours.db');
    const connection = openConnection(path);
    connection.exec(SEARCH_SCHEMA);
    const textSearch = createTextSearch(connection);
    connection.transaction(() =>
      textSearch.batch(() => {
        for (let from = 0; from < sections.length; from += SECTIONS_A_REPORT) {
          const report = sections.slice(from, from + SECTIONS_A_REPORT);
          textSearch.addDocument(asDocument(report, from / SECTIONS_A_REPORT + 1));
        }
      }),
    )();
    connection.close();
    return {
      indexBytes: indexBytes(path),
      open() {
        const reading = openConnection(path, { readonly: true });
        const search = createTextSearch(reading);
        return {
          search: ({ words }) => search.findSections({ query: words.join(' ') }),
          firstPage: ({ words }) =>
            search.search({
              query: words.join(' '),
              limit: 50,
              within: 'section',
              pageFirst: true,
            }).hits.length,
          total: ({ words }) => search.count({ query: words.join(' '), within: 'section' }).total,
          close: () => reading.close(),
        };
      },
    };
  },
};
