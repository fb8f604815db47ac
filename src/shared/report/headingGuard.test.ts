import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unsoundHeading } from '../../../tests/fixtures/reports/mutate.ts';
import { soundHeadings } from './headingGuard.ts';
import { plainNode } from './outlineNode.ts';
import { readView, sourceSpan } from './view.ts';

/** The words of a heading that some rule ended at `|`; null where it is none. */
function guarded(marked: string): string | null {
  const text = marked.replace('|', '');
  const node = plainNode('line', 0, marked.indexOf('|'));
  const [kept] = soundHeadings(readView(text), [node]);
  return kept === undefined ? null : text.slice(kept.start, kept.end);
}

it.each([
  ['加快推进农业和|农村工作', '加快推进农业'],
  ['实施“两个一|工程”建设', '实施'],
  ['实施“两个一”工程|,加快建设', '实施“两个一”工程'],
  ['办好十件实事(见附件|)全年', '办好十件实事'],
  ['做强园区)建设|全年', '做强园区'],
  ['固定资产投资增长8|.5%', '固定资产投资增长'],
  ['固定资产投资增长8.|5%', '固定资产投资增长'],
  ['完成投资25|万元', '完成投资'],
  ['展望2020|—2025年', '展望'],
  ['实现三十|五个村全覆盖', '实现'],
  ['坚持项目第一|一年来,我们', '坚持项目第一'],
  ['“双招双引成效|显著', null],
  ['的和与及、|工作', null],
  ['深入学习贯彻\u{20000}|', '深入学习贯彻\u{20000}'],
])('cuts %s back to what can stand alone', (marked, words) => {
  expect(guarded(marked)).toBe(words);
});

it('lets a line end part two numbers', () => {
  const text = '附表1\n2019年主要指标';
  const view = readView(`${text}\n`);
  expect(soundHeadings(view, [plainNode('line', 0, 3)])).toMatchObject([{ end: 3, certain: true }]);
});

it('leaves no heading that cannot stand alone, wherever a rule would end it', () => {
  const sign = fc.constantFrom(
    ...'发展(（)）“”‘’《》「」"的和与及、,，。.．0123８９%年万三十百 \n一',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 90 }), fc.nat(90), fc.nat(90), (signs, one, other) => {
      const source = signs.join('');
      const view = readView(source);
      const [start = 0, end = 0] = [one, other]
        .map((at) => Math.min(at, view.text.length))
        .sort((a, b) => a - b);
      for (const kept of soundHeadings(view, [plainNode('line', start, end)])) {
        const span = sourceSpan(view, kept.start, kept.end);
        expect(unsoundHeading(source, span.start, span.end)).toBeNull();
        expect(kept.end).toBeLessThanOrEqual(end);
      }
    }),
    { numRuns: 3000 },
  );
});
