import { decodeRaw } from './decode.ts';
import type { Extraction, ReadOptions } from './extraction.ts';

/** A txt file: its text is stored as it stands; titles, leftovers and wraps are for the analysis. */
export function readPlainText(bytes: Uint8Array, options: ReadOptions): Extraction {
  const { text, encoding, notices } = decodeRaw(bytes, options.encoding);
  return { format: 'txt', encoding, text, extracted: text, discarded: [], notices };
}
