import type { BenchQuery } from '../queries.ts';

/** One way to search, opened on what it built. */
export interface OpenPeer {
  /** Numbers of all sections that match, in any order. */
  search(query: BenchQuery): ArrayLike<number>;
  /** The first fifty sentences with a hit, each read from the text. Only where it is measured. */
  firstPage?(query: BenchQuery): number;
  /** The exact number of occurrences, which the page is not kept waiting for. Only where it is measured. */
  total?(query: BenchQuery): number;
  close(): void;
}

export interface BuiltPeer {
  /** Bytes of the index alone, without the text it was built from; null where there is no index. */
  indexBytes: number | null;
  open(): OpenPeer;
}

export interface Peer {
  name: string;
  /** @param sections normalised texts, 40 a report; the number of a section is its place. */
  build(sections: readonly string[], folder: string): BuiltPeer;
}
