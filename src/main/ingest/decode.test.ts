import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeGbk,
  encodeUtf8,
  encodeUtf16be,
  encodeUtf16le,
} from '../../../tests/hostile/encodings.ts';
import { DECODE_CASES, REFUSED_CASES } from './decode.cases.ts';
import { type DecodedText, decodeText, isFailure } from './decode.ts';

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

function decoded(bytes: Uint8Array): DecodedText {
  const outcome = decodeText(bytes);
  if (isFailure(outcome)) throw new Error(outcome.message);
  return outcome;
}

const SAMPLE = readFileSync(
  new URL('../../../resources/sample/weifang-reports.txt', import.meta.url),
  'utf8',
);
/** Passages of real reports, from four characters on. */
const passage = fc
  .tuple(fc.nat(SAMPLE.length - 100), fc.integer({ min: 4, max: 400 }))
  .map(([start, length]) => SAMPLE.slice(start, start + length).replaceAll('\n', ''))
  .filter((text) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4);

describe('decoding text files', () => {
  it.each(DECODE_CASES)('reads $name', ({ bytes, text, encoding, notices = [] }) => {
    const outcome = decoded(bytesOf(bytes));
    expect(outcome.text).toBe(text);
    expect(outcome.encoding).toBe(encoding);
    expect(outcome.notices.map((notice) => notice.code)).toEqual(notices);
  });

  it.each(REFUSED_CASES)('refuses $name as $code', ({ bytes, code }) => {
    expect(decodeText(bytesOf(bytes), { name: '报告.txt' })).toMatchObject({
      code,
      message: expect.stringContaining('“报告.txt”'),
    });
  });

  it.each([
    ['UTF-8', encodeUtf8],
    ['GB18030', encodeGbk],
    ['UTF-16 little-endian', encodeUtf16le],
    ['UTF-16 big-endian', encodeUtf16be],
  ])('gives passages of four characters and more back from unmarked %s', (_name, encode) => {
    fc.assert(
      fc.property(passage, (text) => decoded(encode(text)).text === text),
      { numRuns: 800, seed: 20190429 },
    );
  });

  it('gives any well-formed text back from marked UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const outcome = decodeText(Buffer.concat([Buffer.of(0xff, 0xfe), encodeUtf16le(text)]));
        // Symbols alone may be taken for ruined text; nothing is ever silently changed.
        return isFailure(outcome) || outcome.notices.length > 0 || outcome.text === text;
      }),
    );
  });

  it('never throws and never offers a control character, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const outcome = decodeText(bytes);
        return (
          isFailure(outcome) || !/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u.test(outcome.text)
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('reads again in the encoding the person chose', () => {
    const bytes = encodeGbk('政府工作');
    expect(decodeText(bytes, { encoding: 'gb18030' })).toMatchObject({ text: '政府工作' });
    expect(decodeText(bytes, { encoding: 'utf-16le' })).not.toMatchObject({ text: '政府工作' });
  });
});
