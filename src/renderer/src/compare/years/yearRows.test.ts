import { describe, expect, it } from 'vitest';
import { compareYears } from '../../../../shared/comparison/compareYears.ts';
import type { ReportSummary } from '../../../../shared/contract/schemas/report.ts';
import { pairOfYears, yearChoices, yearRows } from './yearRows.ts';

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
  const report = (town: string, planYear: number, more: Partial<ReportSummary> = {}) =>
    ({
      id: `${town}${planYear}`,
      town,
      kind: 'annual-report',
      metadata: { planYear, reviewYear: null, county: null },
      newestVersion: null,
      importedAt: '2026-01-01T00:00:00Z',
      ...more,
    }) as unknown as ReportSummary;
  const old = report('青石岭镇', 2020);
  const now = report('青石岭镇', 2021);
  const peer = report('白水镇', 2021);

  it('stand in the order of their years', () => {
    expect(pairOfYears([now, old])).toEqual([old, now]);
    expect(pairOfYears([peer, now, old])).toEqual([old, now]);
  });

  it('begin with the draft, or the earlier version, where they are of one year', () => {
    const draft = report('青石岭镇', 2021, { id: 'draft', kind: 'draft' });
    expect(pairOfYears([now, draft])).toEqual([draft, now]);
    const former = report('青石岭镇', 2021, { id: 'former', newestVersion: now.id });
    expect(pairOfYears([now, former])).toEqual([former, now]);
  });

  it('are found in the library where one of them only is compared', () => {
    const choices = yearChoices([peer, now], [old, peer, now, report('红土乡', 2020)]);
    expect(choices.map(({ id }) => id)).toEqual(['白水镇2021', '青石岭镇2021', '青石岭镇2020']);
    expect(pairOfYears(choices)).toEqual([old, now]);
  });

  it('are never of two places, be it two towns of one name', () => {
    expect(pairOfYears([old, peer, report('红土乡', 2021)])).toBeNull();
    const county = (name: string) => ({ ...now, metadata: { ...now.metadata, county: name } });
    expect(pairOfYears([county('甲县'), { ...county('乙县'), id: 'other' }])).toBeNull();
  });
});
