import { writeGaps } from './gaps.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** A term, as its number in clauseTerms.ts, with its ascending clause numbers. */
export interface TermPostings {
  term: number;
  clauses: ArrayLike<number>;
}

/** A segment held whole: a few reports. */
export interface SmallSegment {
  /** Ascending. */
  terms: Float64Array;
  /** Where the bytes of each term end; they begin where those of the term before end. */
  ends: Uint32Array;
  bytes: Uint8Array;
}

/** @param postings sorted by term; gaps are counted from `base`. */
export function packSmall(postings: readonly TermPostings[], base: number): Uint8Array {
  const directory = new ByteWriter();
  const lists = new ByteWriter(4096);
  let previousTerm = 0;
  let previousEnd = 0;
  directory.writeVarint(postings.length);
  for (const { term, clauses } of postings) {
    writeGaps(lists, clauses, base);
    directory.writeVarint(term - previousTerm);
    directory.writeVarint(lists.length - previousEnd);
    previousTerm = term;
    previousEnd = lists.length;
  }
  directory.writeBytes(lists.view());
  return directory.view();
}

export function unpackSmall(blob: Uint8Array): SmallSegment {
  const reader = new ByteReader(blob);
  const count = reader.readVarint();
  const terms = new Float64Array(count);
  const ends = new Uint32Array(count);
  let term = 0;
  let end = 0;
  for (let i = 0; i < count; i++) {
    term += reader.readVarint();
    end += reader.readVarint();
    terms[i] = term;
    ends[i] = end;
  }
  return { terms, ends, bytes: blob.subarray(reader.at) };
}

/** The lists of the terms from `from` to below `to`. */
export function visitSmall(
  small: SmallSegment,
  from: number,
  to: number,
  visit: (term: number, bytes: Uint8Array) => void,
): void {
  const { terms, ends, bytes } = small;
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < terms.length && (terms[i] as number) < to; i++) {
    visit(terms[i] as number, bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i]));
  }
}
