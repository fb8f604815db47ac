import { expect, it } from 'vitest';
import { analyseReport } from './analyse.ts';
import { outlineCases } from './outline.cases.ts';
import { shippedKnowledge } from './sample.cases.ts';

it.each(outlineCases)('$name', ({ text, headings }) => {
  const { sections } = analyseReport(
    { titleLine: null, text, retrievedOn: null },
    shippedKnowledge,
  );
  const seen = sections.map(
    ({ level, nodeKind, label, heading }) =>
      `${level}${nodeKind === 'item' ? '*' : ''} ${label ?? ''}${heading.trim()}`,
  );
  expect(seen).toEqual(headings);
});

it('never ends a heading inside a number or a quotation', () => {
  const text =
    '各位代表: (一)实施“1253”工作思路,推进2019年重点项目建设完成投资12.5亿元以上各项工作取得了很好的成效并得到上级的充分肯定和广大群众的一致好评。';
  const { sections } = analyseReport(
    { titleLine: null, text, retrievedOn: null },
    shippedKnowledge,
  );
  for (const { heading } of sections) {
    expect(heading.length).toBeLessThanOrEqual(60);
    expect(heading).not.toMatch(/[的和与及、]$/);
    expect((heading.match(/“/g) ?? []).length).toBe((heading.match(/”/g) ?? []).length);
  }
});
