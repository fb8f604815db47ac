import { describe, expect, it } from 'vitest';
import { compareYears } from '../../../../shared/comparison/compareYears.ts';
import { pairOfYears, yearRows } from './yearRows.ts';

// Two synthetic texts of a town that does not exist.
const paragraphs = [
  '抓好项目建设。新上项目12个。',
  '发展现代农业。新建大棚120座。',
  '改善人居环境。改造旱厕430户。',
];
const before = paragraphs.join('');

const rowsOf = (after: string) =>
  yearRows(compareYears(before, after).sentences, before, after).map((row) => [
    row.kind,
    row.before && before.slice(row.before.start, row.before.end),
    row.after && after.slice(row.after.start, row.after.end),
  ]);

describe('two years row by row', () => {
  it('are one row where nothing changed', () => {
    expect(rowsOf(before)).toEqual([['same', before, before]]);
  });

  it('keep a moved paragraph in one row, neither gone nor added', () => {
    const [a, b, c] = paragraphs as [string, string, string];
    const rows = rowsOf(c + a + b);
    expect(rows.map(([kind]) => kind).sort()).toEqual(['moved', 'same']);
    expect(rows.find(([kind]) => kind === 'moved')).toEqual(['moved', c, c]);
  });

  it('show a changed sentence alone, what is gone and what is new', () => {
    const after = before
      .replace('120座', '150座')
      .replace('抓好项目建设。', '')
      .concat('谢谢大家！');
    expect(rowsOf(after)).toEqual([
      ['gone', '抓好项目建设。', null],
      ['same', '新上项目12个。发展现代农业。', '新上项目12个。发展现代农业。'],
      ['changed', '新建大棚120座。', '新建大棚150座。'],
      ['same', paragraphs[2], paragraphs[2]],
      ['added', null, '谢谢大家！'],
    ]);
  });
});

describe('the two reports of one place', () => {
  const report = (town: string, planYear: number, kind = 'annual-report') =>
    ({
      summary: { town, kind, metadata: { planYear, reviewYear: null } },
    }) as unknown as Parameters<typeof pairOfYears>[0][number];
  const old = report('青石岭镇', 2020);
  const now = report('青石岭镇', 2021);
  const peer = report('白水镇', 2021);

  it('stand in the order of their years', () => {
    expect(pairOfYears([now, old])).toEqual([old, now]);
    expect(pairOfYears([peer, now, old])).toEqual([old, now]);
  });

  it('begin with the draft where they are of one year', () => {
    const draft = report('青石岭镇', 2021, 'draft');
    expect(pairOfYears([now, draft])).toEqual([draft, now]);
  });

  it('are any two where only two were chosen, and none of three different places', () => {
    expect(pairOfYears([old, peer])).toEqual([old, peer]);
    expect(pairOfYears([old, peer, report('红土乡', 2021)])).toBeNull();
  });
});
