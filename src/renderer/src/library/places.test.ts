import { describe, expect, it } from 'vitest';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { placeTree, standsIn } from './places.ts';

function reportAt(place: string[]): ReportSummary {
  return { place } as ReportSummary;
}

const reports = [
  reportAt(['潍坊市', '诸城市', '昌城镇']),
  reportAt(['潍坊市', '诸城市', '待认定']),
  reportAt(['潍坊市', '高密市', '井沟镇']),
  reportAt(['潍坊市']),
  reportAt([]),
];

describe('the tree of places', () => {
  it('counts every report under each place above it', () => {
    const [all, city] = placeTree(reports);
    expect(all?.count).toBe(5);
    expect(city).toMatchObject({ label: '潍坊市', count: 4 });
    expect(city?.children.map(({ label, count }) => [label, count])).toEqual([
      ['诸城市', 2],
      ['高密市', 1],
      ['本级', 1],
    ]);
  });

  it('keeps reports without a place in sight', () => {
    expect(placeTree(reports).at(-1)).toMatchObject({ label: '地区未见', count: 1 });
  });

  it('chooses a place with all below it, and 本级 without', () => {
    const chosen = (place: string[]) => reports.filter((each) => standsIn(each, place)).length;
    expect(chosen(['潍坊市'])).toBe(4);
    expect(chosen(['潍坊市', '本级'])).toBe(1);
    expect(chosen(['潍坊市', '诸城市', '昌城镇'])).toBe(1);
    expect(chosen(['地区未见'])).toBe(1);
  });
});
