import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ManyWords } from './manyWords.ts';
import { LEAD_PARTS, VERBS } from './words.ts';

it('takes what one pattern of all the words takes', () => {
  const words = `${VERBS}|${LEAD_PARTS}`;
  const run = new ManyWords(words);
  const pattern = new RegExp(`^(?:${words})+`);
  const scraps = words.replace(/[^\u4e00-\u9fff|]/g, '').split('|');
  const texts = fc
    .array(fc.constantFrom(...scraps, '2019年底', '1.', '一是', '三、', '茶园', '面'), {
      maxLength: 6,
    })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      expect(run.removeFrom(text)).toBe(text.replace(pattern, ''));
      expect(run.opens(text)).toBe(pattern.test(text));
      expect(run.search(text)).toBe(text.search(new RegExp(words)));
    }),
  );
});

it('refuses a word that may begin with anything', () => {
  expect(() => new ManyWords('建设|.年')).toThrow('May begin with anything');
});
