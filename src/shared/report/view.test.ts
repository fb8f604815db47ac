import fc from 'fast-check';
import { expect, it } from 'vitest';
import { breakKind, readView, sourceSpan } from './view.ts';

it('folds widths and takes blanks out, with a way back to the source', () => {
  const source = '（一）２０１９年　工作，安排：';
  const view = readView(source);
  expect(view.text).toBe('(一)2019年工作,安排:');
  const at = view.text.indexOf('工作');
  const span = sourceSpan(view, at, at + 5);
  expect(source.slice(span.start, span.end)).toBe('工作，安排');
});

it('remembers a blank as a weak break and a line end as a strong one', () => {
  const view = readView('甲乙 丙丁\n戊己');
  expect([...view.breaks]).toEqual([breakKind.line, 0, breakKind.space, 0, breakKind.line, 0]);
});

const wrapped = [
  '　　全年完成一般公共预算收入一点二亿元同比增长百分之八点五固定资产投资增',
  '长百分之十二社会消费品零售总额增长百分之九农民人均可支配收入达到一万六',
  '- 3 -',
  '千元较上年净增一千二百元各项主要指标均好于预期经济运行总体平稳稳中有进',
  '稳中向好高质量发展迈出坚实步伐为今后工作打下了良好基础得到上级充分肯定',
  '和群众普遍好评。',
  '　　二、加强社会治理',
  '　　坚持和发展新时代枫桥经验排查化解矛盾纠纷一百二十起办结信访案件四十件',
  '调解成功率达到百分之九十八全年没有发生重大安全事故社会大局保持和谐稳定。',
].join('\n');

it('trusts no line end inside the paragraphs of a hard-wrapped text', () => {
  const view = readView(wrapped);
  const strong = [...view.breaks.keys()].filter((at) => view.breaks[at] === breakKind.line);
  expect(strong.map((at) => view.text.slice(at, at + 4))).toEqual([
    '全年完成',
    '二、加强',
    '坚持和发',
  ]);
});

it('reads across a page number', () => {
  expect(readView(wrapped).text).toContain('达到一万六千元较上年');
});

it('keeps offsets rising and inside any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      const { text, offsets, breaks } = readView(source);
      expect(offsets.length).toBe(text.length);
      expect(breaks.length).toBe(text.length);
      let last = -1;
      for (const offset of offsets) {
        expect(offset).toBeGreaterThan(last);
        last = offset;
      }
      expect(last).toBeLessThan(Math.max(1, source.length));
    }),
    { numRuns: 200, seed: 3 },
  );
});

it('reads traditional characters as the simplified ones they stand for', () => {
  const view = readView('二、２０２０年工作任務\n財政總收入增長８％，達到鎮區２億元。');
  expect(view.text).toBe('二、2020年工作任务财政总收入增长8%,达到镇区2亿元。');
});
