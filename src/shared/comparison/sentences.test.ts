import { expect, it } from 'vitest';
import { cutSentences } from './sentences.ts';

const cut = (text: string): string[] =>
  cutSentences(text).map(({ start, end }) => text.slice(start, end));

it('cuts at stops and keeps a closing quotation mark with its sentence', () => {
  expect(cut('“人无信不立。”信用是招牌;一是守信!')).toEqual([
    '“人无信不立。”',
    '信用是招牌;',
    '一是守信!',
  ]);
});

it('cuts before a numbered heading that is glued to the one above it', () => {
  expect(cut('全部拆除。 三、坚持统筹 (一)深化成效。')).toEqual([
    '全部拆除。',
    '三、坚持统筹',
    '(一)深化成效。',
  ]);
});

it('cuts full-width punctuation and line ends too', () => {
  expect(cut('投产\uff1b签约\uff01\n谢谢')).toEqual(['投产\uff1b', '签约\uff01', '谢谢']);
  expect(cut('  ')).toEqual([]);
});
