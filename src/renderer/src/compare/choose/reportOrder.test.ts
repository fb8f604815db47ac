import { describe, expect, it } from 'vitest';
import type { ReportSummary } from '../../../../shared/contract/schemas/report.ts';
import { listToChoose, ownReport } from './reportOrder.ts';

const report = (id: string, town: string, planYear: number, kind = 'annual-report') =>
  ({
    id,
    town,
    kind,
    title: `${planYear}年${town}政府工作报告`,
    place: ['云州市', '青县', town],
    metadata: { planYear, reviewYear: planYear - 1 },
    newestVersion: null,
  }) as unknown as ReportSummary;

const reports = [
  report('white', '白水镇', 2021),
  report('own20', '青石岭镇', 2020),
  report('red', '红土乡', 2021),
  report('own21', '青石岭镇', 2021),
  report('leaflet', '白水镇', 2021, 'article'),
];
const ids = (typed: string, peers: string[] = []) =>
  listToChoose(reports, {
    typed,
    home: '青石岭镇',
    peers: peers.map((id) => ({ id, reasons: [] })),
  }).map(({ id }) => id);

describe('reports to choose from', () => {
  it('begin with the own town, then its peers, and leave out what is no report', () => {
    expect(ids('')).toEqual(['own20', 'own21', 'white', 'red']);
    expect(ids('', ['red'])).toEqual(['own20', 'own21', 'red', 'white']);
  });

  it('are found by words and by pinyin initials', () => {
    expect(ids('白水')).toEqual(['white']);
    expect(ids('bsz')).toEqual(['white']);
    expect(ids('HTX')).toEqual(['red']);
    expect(ids('qsl')).toEqual(['own20', 'own21']);
  });

  it('take the newest of the own town for the base of suggestions', () => {
    expect(ownReport(reports, '青石岭镇')?.id).toBe('own21');
    expect(ownReport(reports, '')).toBeUndefined();
  });
});
