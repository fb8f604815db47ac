import { describe, expect, it } from 'vitest';
import type { IndicatorReading } from '../../../shared/indicator/reading.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { forgetSet, listSets, saveSet } from './comparisonSets.ts';
import { suggestPeers } from './peers.ts';

/** A synthetic report of a town that does not exist, with three results of about `size`. */
function reportOf(
  id: string,
  town: string,
  { county = '青县', planYear = 2021, kind = 'annual-report', size = 100 } = {},
): StoredReport {
  const metadata = {
    statedLocality: town,
    actualLocality: town,
    county,
    prefecture: '云州市',
    planYear,
    reviewYear: planYear - 1,
  };
  const readings = ['I01', 'I02', 'I03'].map((key) => ({
    key,
    scope: 'town',
    nature: 'actual',
    normalizedValue: size,
    normalizedUnit: '万元',
  })) as unknown as IndicatorReading[];
  return {
    head: {
      id,
      title: `${planYear}年${town}政府工作报告`,
      analysis: { kind, metadata, notices: [], confidence: {}, placeClues: [] },
      decisions: [],
      newestVersion: null,
    },
    text: '',
    findings: { figures: { readings, unsure: [] } },
  } as unknown as StoredReport;
}

function contextOf(reports: StoredReport[]): HandlerContext {
  const settings = new Map<string, unknown>();
  return {
    store: {
      listReports: async () => reports.map(({ head }) => head),
      listAssignedNames: async () => [],
      findReport: async (id: string) => reports.find(({ head }) => head.id === id),
      readSetting: async (name: string) => settings.get(name),
      writeSetting: async (name: string, value: unknown) => {
        settings.set(name, value);
      },
    },
  } as unknown as HandlerContext;
}

const reports = [
  reportOf('own', '青石岭镇'),
  reportOf('lastYear', '青石岭镇', { planYear: 2020 }),
  reportOf('large', '白水镇', { size: 900 }),
  reportOf('alike', '红土乡', { size: 90 }),
  reportOf('elsewhere', '云溪镇', { county: '远县', planYear: 2018, size: 1000 }),
  reportOf('leaflet', '红土乡', { kind: 'article' }),
];

describe('peers of a report', () => {
  it('are those of its county and year, the one alike in size first, each with why', async () => {
    const { peers } = await suggestPeers(contextOf(reports), 'own');
    expect(peers).toEqual([
      { id: 'alike', reasons: ['同县', '同年', '指标规模相近'] },
      { id: 'large', reasons: ['同县', '同年'] },
      { id: 'elsewhere', reasons: ['同市'] },
    ]);
  });

  it('are never other reports of the same place', async () => {
    const { peers } = await suggestPeers(contextOf(reports), 'lastYear');
    expect(peers.map(({ id }) => id)).not.toContain('own');
  });
});

describe('remembered sets', () => {
  it('hold the newest under a name, and only reports that are still there', async () => {
    const context = contextOf(reports);
    await saveSet(context, { name: '邻镇', ids: ['own', 'large'] });
    await saveSet(context, { name: '邻镇', ids: ['own', 'alike', 'gone'] });
    await saveSet(context, { name: '已删', ids: ['own', 'gone'] });
    const { sets } = await listSets(context);
    expect(sets.map(({ name, ids }) => [name, ids])).toEqual([['邻镇', ['own', 'alike']]]);
    const forgotten = await forgetSet(context, { id: sets[0]?.id ?? '' });
    expect(forgotten.sets).toEqual([]);
  });
});
