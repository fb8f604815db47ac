import type { Notice } from '../../shared/report/report.ts';
import { IngestError, type IngestFailure, ingestFailure } from './failures.ts';
import { findMojibake, isNoise, scoreAsChinese, shareOfCommonHan } from './plausibility.ts';
import { sanitise } from './sanitise.ts';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
  notices: Notice[];
}

export interface DecodeOptions {
  /** For the sentence of a failure. */
  name?: string;
  /** The person's own choice; nothing is guessed then. */
  encoding?: TextEncoding;
}

/** Valid multi-byte sequences from which on strict UTF-8 needs no second opinion. */
const SEQUENCES_THAT_PROVE_UTF8 = 24;
/** Bytes looked at by the scorer. */
const SAMPLE_BYTES = 64 * 1024;
const LOWEST_PLAUSIBLE_SCORE = 0.4;
const MOJIBAKE_REFUSED_FROM = 0.03;

/**
 * The text of a txt or html file, whatever its encoding.
 *
 * A byte order mark decides; then strict UTF-8, then a scorer between GB18030 and UTF-16 (GBK is right from
 * four characters on). A file cut inside its last character is read, with a notice. Binary data, unknown
 * encodings and text that was ruined by an earlier wrong decoding (锟斤拷, 銆…) are refused.
 */
export function decodeText(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): DecodedText | IngestFailure {
  try {
    const raw = decodeRaw(bytes, options.encoding);
    const { text, notices } = sanitise(raw.text);
    return { text, encoding: raw.encoding, notices: [...raw.notices, ...notices] };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    return ingestFailure(error.code, options.name ?? '粘贴的文字', error.detail);
  }
}

export function isFailure(outcome: object): outcome is IngestFailure {
  return 'code' in outcome && 'message' in outcome;
}

/** As {@link decodeText}, before cleaning, for readers that take the text apart first. Throws IngestError. */
export function decodeRaw(bytes: Uint8Array, chosen?: TextEncoding): DecodedText {
  if (bytes.length === 0) throw new IngestError('empty-file');
  const marked = encodingOfMark(bytes);
  const encoding = chosen ?? marked ?? guessEncoding(bytes);
  const { text, truncated } = decodeAs(bytes, encoding);

  if (isNoise(text.slice(0, SAMPLE_BYTES))) {
    throw new IngestError(bytes.includes(0) ? 'binary-file' : 'unknown-encoding');
  }
  const mojibake = findMojibake(text);
  if (mojibake && mojibake.share > MOJIBAKE_REFUSED_FROM) {
    throw new IngestError('suspected-mojibake', `（如“${mojibake.example}”）`);
  }
  // Valid UTF-8 and a byte order mark are proof enough; what was guessed must look like writing.
  const guessed = !chosen && !marked && encoding !== 'utf-8';
  if (guessed && !looksWritten(text)) throw new IngestError('unknown-encoding');

  const notices: Notice[] = [];
  if (mojibake) {
    notices.push({
      code: 'mojibake-passages',
      message: `个别文字疑似乱码（如“${mojibake.example}”），请对照原文件`,
    });
  }
  if (truncated) {
    notices.push({
      code: 'truncated-end',
      message: '末尾不完整：文件在最后一个字中间断开，那个字没有读入，请核对原文件',
    });
  }
  return { text, encoding, notices };
}

function looksWritten(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  return scoreAsChinese(sample) >= LOWEST_PLAUSIBLE_SCORE || shareOfCommonHan(sample) >= 0.75;
}

function encodingOfMark(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

const CANDIDATES: readonly TextEncoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];

function guessEncoding(bytes: Uint8Array): TextEncoding {
  const valid = isUtf8(bytes);
  const hasNul = bytes.includes(0);
  const sequences = countSequences(bytes);
  if (valid && !hasNul && sequences >= SEQUENCES_THAT_PROVE_UTF8) return 'utf-8';

  // Even, so that a sample of UTF-16 keeps its pairs.
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const whole = sample.length === bytes.length;
  const plainAscii = valid && !hasNul && sequences === 0;
  let best: TextEncoding = 'utf-8';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of CANDIDATES) {
    const { text } = decodeAs(sample, encoding, !whole);
    let score = scoreAsChinese(text);
    // Validity speaks for UTF-8, the more so the more sequences are valid. Plain ASCII is all but certain
    // (the pairs of an English sentence are Han characters in UTF-16, but rare ones).
    if (encoding === 'utf-8' && valid) score += plainAscii ? 2 : 1 + sequences / 4;
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return best;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Multi-byte sequences of valid UTF-8, counted up to the number that proves it. */
function countSequences(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    if (byte >= 0xc2) count += 1;
    if (count >= SEQUENCES_THAT_PROVE_UTF8) break;
  }
  return count;
}

const MARK_LENGTH: Record<TextEncoding, number> = {
  'utf-8': 0,
  'utf-8-bom': 3,
  gb18030: 0,
  'utf-16le': 2,
  'utf-16be': 2,
};

/**
 * `truncated` is true where the bytes end inside a character; that character is left out.
 * Bytes that mean nothing become U+FFFD.
 */
function decodeAs(
  bytes: Uint8Array,
  encoding: TextEncoding,
  partial = false,
): { text: string; truncated: boolean } {
  const marked = encodingOfMark(bytes) === encoding;
  const body = marked ? bytes.subarray(MARK_LENGTH[encoding]) : bytes;
  const label = encoding === 'utf-8-bom' ? 'utf-8' : encoding;
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  const text = decoder.decode(body, { stream: true });
  // Flushing gives U+FFFD for a character begun and not ended.
  const truncated = !partial && decoder.decode().length > 0;
  return { text, truncated };
}
