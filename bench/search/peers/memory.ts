import { Charset, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { BenchQuery } from '../queries.ts';
import type { Peer } from './peer.ts';

/** FlexSearch as it comes, in memory, with its encoder for Chinese. */
export const flexSearchCjk: Peer = {
  name: 'FlexSearch 内存 CJK',
  build(sections) {
    const index = new Index({ encoder: Charset.CJK, tokenize: 'forward' });
    sections.forEach((section, i) => {
      index.add(i, section);
    });
    return {
      indexBytes: null,
      open: () => ({
        search: ({ words }) =>
          index.search(words.join(' '), { limit: sections.length }).map(Number),
        close: () => {},
      }),
    };
  },
};

function pairs(text: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 1 < text.length; i++) found.push(text.slice(i, i + 2));
  return text.length === 1 ? [text] : found;
}

/** MiniSearch over pairs, all of which must occur; its hits are not verified. */
export const miniSearch: Peer = {
  name: 'MiniSearch 二字切分',
  build(sections) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: pairs,
      processTerm: (term) => term,
    });
    index.addAll(sections.map((text, id) => ({ id, text })));
    return {
      indexBytes: JSON.stringify(index).length,
      open: () => ({
        search: ({ words }: BenchQuery) =>
          index
            .search(words.join(''), { combineWith: 'AND', tokenize: () => words.flatMap(pairs) })
            .map(({ id }) => Number(id)),
        close: () => {},
      }),
    };
  },
};
