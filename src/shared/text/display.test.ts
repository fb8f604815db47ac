import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayPunctuation } from './display.ts';

test.each([
  ['现在,我受镇政府委托:请审议!', '现在，我受镇政府委托：请审议！'],
  ['财政总收入10544.4万元,同比增长99.5%;', '财政总收入10544.4万元，同比增长99.5%；'],
  ['二、坚持 (一)狠抓', '二、坚持 （一）狠抓'],
  ['分别为22694元、9527元,增长8.5%、11%,13%', '分别为22694元、9527元，增长8.5%、11%，13%'],
  ['1.投入1250万元', '1.投入1250万元'],
  ['上午9:30开会', '上午9:30开会'],
  ['共1,234户', '共1,234户'],
  ['产业发展.下一步', '产业发展。下一步'],
  ['(35-64岁)', '（35-64岁）'],
  ['see Fig. 3, p. 5', 'see Fig. 3, p. 5'],
  ['奋斗...', '奋斗...'],
  ['GDP(万元)', 'GDP（万元）'],
  ['比为2:1,3', '比为2:1，3'],
])('%s is shown as %s', (text, expected) => {
  expect(displayPunctuation(text)).toBe(expected);
});

test('what is shown has the length of the text and changes nothing but punctuation', () => {
  const unit = fc.constantFrom(...'镇府12.,;:?!()“”。 \nab%𠮷');
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
      const shown = displayPunctuation(text);
      expect(shown.length).toBe(text.length);
      for (let i = 0; i < text.length; i++) {
        if (shown[i] !== text[i]) expect(',;:?!().').toContain(text[i]);
      }
    }),
  );
});
