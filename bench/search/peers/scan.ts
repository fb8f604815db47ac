import type { Peer } from './peer.ts';

/** The truth: every section is looked through. */
export const scan: Peer = {
  name: '内存扫描',
  build: (sections) => ({
    indexBytes: null,
    open: () => ({
      search({ words }) {
        const found: number[] = [];
        for (let i = 0; i < sections.length; i++) {
          const section = sections[i] as string;
          if (words.every((word) => section.includes(word))) found.push(i);
        }
        return found;
      },
      close: () => {},
    }),
  }),
};
