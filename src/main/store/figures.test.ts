import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IndicatorReading } from '../../shared/indicator/reading.ts';
import { type Connection, openConnection } from './connection.ts';
import { addCorrection, applyCorrections, listCorrections, undoCorrection } from './figures.ts';
import type { FigureCorrection } from './libraryStore.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import type { Storage } from './storage.ts';

/** Synthetic. */
const TEXT = '新建道路3.2公里,两村各54户,投资X20万元。';

function reading(wording: string, name: string): IndicatorReading {
  const start = TEXT.indexOf(wording);
  return {
    start,
    end: start + wording.length,
    key: null,
    name,
    valueText: wording,
    value: 1,
    unit: null,
    normalizedValue: 1,
    normalizedUnit: null,
    precision: null,
    growthPercent: null,
    changeKind: null,
    rank: null,
    period: null,
    nature: 'actual',
    scope: 'town',
    clause: { start, end: start + wording.length },
    certain: true,
    doubt: null,
  };
}

const road = reading('3.2公里', '道路');
const east = reading('54户', '东村');
const west = reading('54户', '西村');
const { start, end } = reading('20万元', '');
const masked = { start, end, valueText: '20万元', reason: '数字缺失', clause: { start, end } };
const figures = { readings: [road, east, west], unsure: [masked] };

function correct(
  of: { start: number; end: number; name: string },
  to: IndicatorReading | null,
): FigureCorrection {
  const wording = TEXT.slice(of.start, of.end);
  return { id: 'c', start: of.start, end: of.end, wording, name: of.name, reading: to };
}

const names = (corrections: FigureCorrection[]) =>
  applyCorrections(TEXT, figures, corrections).readings.map(({ name }) => name);

describe('figures as the person left them', () => {
  it('put the corrected reading in the place of the one that was read', () => {
    expect(names([correct(road, { ...road, name: '硬化道路' })])).toEqual([
      '硬化道路',
      '东村',
      '西村',
    ]);
  });

  it('tell two readings of one wording apart by their names', () => {
    expect(names([correct(west, null)])).toEqual(['道路', '东村']);
  });

  it('take what was not sure off the list once a person has read it', () => {
    const read = reading('20万元', '投资');
    const left = applyCorrections(TEXT, figures, [correct({ ...masked, name: '' }, read)]);
    expect(left.unsure).toEqual([]);
    expect(left.readings.map(({ name }) => name)).toContain('投资');
  });

  it('hold after the words were read anew with other boundaries', () => {
    const wider = { ...road, start: road.start - 2, name: '建道路' };
    const anew = { readings: [wider], unsure: [] };
    const left = applyCorrections(TEXT, anew, [correct(road, { ...road, name: '硬化道路' })]);
    expect(left.readings.map(({ name }) => name)).toEqual(['硬化道路']);
  });

  it('hold one after another on the same figure', () => {
    const second = { ...road, name: '农村道路' };
    expect(
      names([
        correct(road, { ...road, name: '硬化道路' }),
        correct({ ...road, name: '硬化道路' }, second),
      ]),
    ).toEqual(['农村道路', '东村', '西村']);
  });

  it('leave alone what stands where another wording stood', () => {
    expect(names([{ ...correct(road, null), wording: '4.8公里' }])).toEqual([
      '道路',
      '东村',
      '西村',
    ]);
  });
});

const nothing = () => undefined;
const noIndex = {
  batch: <T>(write: () => T) => write(),
  addReport: nothing,
  updateReport: nothing,
  removeReport: nothing,
  addNote: nothing,
  removeNote: nothing,
};

describe('corrections in the library', () => {
  let storage: Storage;
  let connection: Connection;
  beforeEach(() => {
    connection = openConnection(':memory:');
    migrate(connection, migrations);
    connection.exec(`
      INSERT INTO imports VALUES ('i', 'a.txt', 'txt', NULL, 0, '2026-01-01');
      INSERT INTO reports (id, import_id, title, text, text_sha256, fingerprint, character_count)
        VALUES ('r', 'i', '', '', '', '', 0);
    `);
    let last = 0;
    storage = {
      connection,
      indexer: noIndex,
      now: () => '2026-01-01T00:00:00.000Z',
      newId: () => {
        last += 1;
        return `id-${last}`;
      },
      device: 'local',
    };
  });
  afterEach(() => connection.close());

  it('are kept until they are undone, and undone once', () => {
    const { id: _, ...correction } = correct(road, { ...road, name: '硬化道路' });
    const kept = addCorrection(storage, 'r', { ...correction, author: '甲' });
    expect(listCorrections(storage, 'r')).toEqual([kept]);
    expect(undoCorrection(storage, 'r', kept.id, '甲')).toBe(true);
    expect(listCorrections(storage, 'r')).toEqual([]);
    expect(undoCorrection(storage, 'r', kept.id, '甲')).toBe(false);
  });

  it('are never written over', () => {
    const { id: _, ...correction } = correct(road, null);
    const kept = addCorrection(storage, 'r', { ...correction, author: '甲' });
    undoCorrection(storage, 'r', kept.id, '乙');
    const rows = connection.prepare('SELECT author, undoes FROM figure_corrections').all();
    expect(rows).toEqual([
      { author: '甲', undoes: null },
      { author: '乙', undoes: kept.id },
    ]);
  });
});
