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

it('tells words that begin with any character by their second one, with what must hold behind', () => {
  const words = '(?![进入])[\\u4e00-\\u9fff](?:(?<!茶)园|厂)(?!区)|印刷|村|[一二]期';
  const behind = '(?!等|$)';
  const names = new ManyWords(words, behind);
  const texts = fc
    .array(fc.constantFrom(...'进茶园厂区印刷村等一二期a'), { maxLength: 7 })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const match = new RegExp(`(?:${words})${behind}`).exec(text);
      const at = names.search(text);
      expect(at).toBe(match?.index ?? -1);
      if (match !== null) expect(names.endAt(text, at)).toBe(at + match[0].length);
    }),
  );
});

it('refuses a word that may begin with anything and have anything behind', () => {
  expect(() => new ManyWords('建设|.年?')).toThrow('May begin with anything');
});
