import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportMetadata, SectionRole } from '../report/report.ts';
import { readIndicators } from './read.ts';
import { type IndicatorRow, tabulate } from './table.ts';
import { parseIndicatorVocabulary } from './vocabulary.ts';

const resources = new URL('../../../resources/vocabulary/', import.meta.url);
const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, resources), 'utf8'));
const vocabulary = parseIndicatorVocabulary(
  readJson('indicators.json'),
  readJson('units.json'),
  readJson('../knowledge/word-pairs.json'),
);

const metadata = {
  actualLocality: '青石镇',
  statedLocality: null,
  reviewYear: 2018,
  planYear: 2019,
  deliveredOn: '2019-01',
} as ReportMetadata;

/** A document from sentences of the review and of the tasks. */
function document(documentId: string, review: string, tasks = '') {
  const text = review + tasks;
  const roles: { start: number; end: number; role: SectionRole }[] = [
    { start: 0, end: review.length, role: 'review' },
    { start: review.length, end: text.length, role: 'tasks' },
  ];
  const context = { kind: 'annual-report' as const, metadata, sections: [], roles };
  return { documentId, metadata, readings: readIndicators(text, context, vocabulary).readings };
}

const cellOf = (row: IndicatorRow | undefined, documentId: string) =>
  row?.cells.find((cell) => cell.documentId === documentId)?.readings.map((each) => each.valueText);

describe('the figures table', () => {
  const documents = [
    document('a', '地方财政收入1.87亿元,增长15.1%。流转土地5000亩。', '流转土地6100亩以上。'),
    document('b', '财政总收入10544万元,地方财政收入6436万元。固定资产投资增长4.5%。'),
    document('c', '培育多肉花卉大棚12座。完成年度植保飞防次数30次。'),
  ];
  const { rows, documentIds } = tabulate(documents, vocabulary);
  const row = (key: string, nature: IndicatorRow['nature'] = 'actual') =>
    rows.find((each) => each.key === key && each.nature === nature);

  it('puts one indicator of all documents into one row, in one unit', () => {
    expect(documentIds).toEqual(['a', 'b', 'c']);
    const revenue = row('I01');
    expect(revenue?.unit).toBe('万元');
    expect(revenue?.cells.map((cell) => cell.readings[0]?.normalizedValue ?? null)).toEqual([
      18700,
      6436,
      null,
    ]);
  });

  it('leaves a cell empty where the report does not mention it: never a zero', () => {
    expect(cellOf(row('I01'), 'c')).toEqual([]);
  });

  it('keeps definitions in rows of their own and says 口径不同', () => {
    expect(cellOf(row('I03'), 'b')).toEqual(['10544']);
    expect(row('I03')?.note).toContain('口径不同');
    expect(row('I01')?.note).toContain('财政总收入');
    expect(row('I01')?.definition).toContain('地方财政收入');
  });

  it('never lets a result and a target share a cell', () => {
    expect(cellOf(row('I29'), 'a')).toEqual(['5000']);
    expect(cellOf(row('I29', 'target'), 'a')).toEqual(['6100']);
  });

  it('shows a growth without a value in the row of its indicator', () => {
    const investment = row('I06');
    expect(investment?.unit).toBe('万元');
    expect(investment?.cells[1]?.readings[0]).toMatchObject({ value: null, growthPercent: 4.5 });
  });

  it('keeps an unknown indicator under the name the text gives it', () => {
    const own = rows.filter((each) => each.key === null && each.topic === null);
    expect(own.map((each) => each.name)).toContain('培育多肉花卉大棚');
    expect(own.every((each) => !each.comparable)).toBe(true);
  });

  it('lists what the shared list does not know behind everything it knows', () => {
    const known = rows.map((each) => each.topic !== null);
    expect(known).toEqual(known.toSorted((a, b) => Number(b) - Number(a)));
    expect(known).toContain(false);
  });

  it('keeps several readings of one indicator apart in one cell', () => {
    const twice = tabulate(
      [document('d', '2017年流转土地300亩。2018年流转土地500亩。')],
      vocabulary,
    );
    expect(twice.rows[0]?.cells[0]?.readings.map((each) => [each.period, each.value])).toEqual([
      ['2018', 500],
      ['2017', 300],
    ]);
  });

  it('shows only the towns, unless told otherwise', () => {
    const firm = [document('e', '山东启恒物流,实现税收1477万元。')];
    expect(tabulate(firm, vocabulary).rows).toEqual([]);
    expect(tabulate(firm, vocabulary, { scopes: ['firm'] }).rows).toHaveLength(1);
  });

  it('can be narrowed to natures, topics and rows of several reports', () => {
    expect(
      tabulate(documents, vocabulary, { natures: ['target'] }).rows.map((each) => each.key),
    ).toEqual(['I29']);
    expect(
      tabulate(documents, vocabulary, { minimumDocuments: 2 }).rows.map((each) => each.key),
    ).toEqual(['I01']);
    expect(
      tabulate(documents, vocabulary, { topics: ['T06'] }).rows.every(
        (each) => each.topic === 'T06',
      ),
    ).toBe(true);
  });
});
