import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportMetadata } from '../report/report.ts';
import { multiply, parseDecimal, toNumber } from './decimal.ts';
import { readIndicators } from './read.ts';
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

function read(text: string) {
  const roles = [{ start: 0, end: text.length, role: 'review' as const }];
  return readIndicators(text, { kind: 'annual-report', metadata, sections: [], roles }, vocabulary);
}

const names = [
  '一般公共预算收入',
  '地方财政收入',
  '固定资产投资',
  '粮食总产量',
  '流转土地',
  '改造旱厕',
  '新增绿化面积',
];
const unitFactors = [
  ['万元', '万元', '1'],
  ['亿元', '万元', '10000'],
  ['亩', '亩', '1'],
  ['万亩', '亩', '10000'],
  ['公顷', '亩', '15'],
  ['万平方米', '平方米', '10000'],
  ['吨', '吨', '1'],
  ['万斤', '吨', '5'],
  ['户', '户', '1'],
  ['米', '公里', '0.001'],
] as const;

const value = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => (part === 0 ? `${whole}` : `${whole}.${String(part).padStart(2, '0')}`));

const precision = fc.constantFrom(
  ['', ''],
  ['近', ''],
  ['约', ''],
  ['', '余'],
  ['', '多'],
  ['超过', ''],
) as fc.Arbitrary<[string, string]>;

describe('generated figure phrases', () => {
  it('give value, unit and exact normalised value, with a span that holds the wording', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        value,
        fc.constantFrom(...unitFactors),
        precision,
        (name, number, [unit, base, factor], [before, after]) => {
          const text = `全镇完成${name}${before}${number}${after}${unit},各项工作有序开展。`;
          const { readings } = read(text);
          expect(readings).toHaveLength(1);
          const [reading] = readings;
          if (reading === undefined) return;
          expect(reading.value).toBe(Number(number));
          expect(reading.unit).toBe(unit);
          expect(reading.valueText).toBe(`${before}${number}${after}`);
          expect(text.slice(reading.start, reading.end)).toBe(`${before}${number}${after}${unit}`);
          expect(reading.normalizedUnit).toBe(base);
          const exact = multiply(
            parseDecimal(number) ?? { digits: 0n, scale: 0 },
            parseDecimal(factor) ?? { digits: 0n, scale: 0 },
          );
          expect(reading.normalizedValue).toBe(toNumber(exact));
        },
      ),
    );
  });

  it('bind the growth to the value before it, whatever its sign', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('同比增长', '比上年增长', '增幅', '增长', '同比下降', '比上年减少'),
        value,
        value,
        (verb, amount, change) => {
          const { readings } = read(`一般公共预算收入${amount}万元,${verb}${change}%。`);
          expect(readings).toHaveLength(1);
          const sign = /下降|减少/.test(verb) ? -1 : 1;
          expect(readings[0]?.growthPercent).toBe(sign * Number(change));
        },
      ),
    );
  });

  it('read the same from half-width, full-width and blank-ridden text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        value,
        fc.constantFrom(...unitFactors),
        (name, number, [unit]) => {
          const plain = `完成${name}${number}${unit},同比增长5%。`;
          const wide = plain.replace(/[0-9.,%]/g, (character) =>
            String.fromCharCode(character.charCodeAt(0) + 0xfee0),
          );
          const blank = plain.replace(number, ` ${number} `);
          const essence = (text: string) =>
            read(text).readings.map(({ name: own, key, value: read, unit: in_, growthPercent }) => [
              own,
              key,
              read,
              in_,
              growthPercent,
            ]);
          expect(essence(wide)).toEqual(essence(plain));
          expect(essence(blank)).toEqual(essence(plain));
        },
      ),
    );
  });
});

describe('any text at all', () => {
  const scraps = fc.constantFrom(
    ...'一二十百千万亿0123456789.,、。;:%()“”的和分别增长由到元亩户个第名X\n 年月同比完成投资收入',
    '达到',
    '保持在',
    '个百分点',
  );

  it('neither throws nor reads a span that does not hold its value', () => {
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 120 }), (pieces) => {
        const text = pieces.join('');
        const { readings, unsure } = read(text);
        for (const reading of readings) {
          expect(text.slice(reading.start, reading.end)).toContain(reading.valueText);
          expect(reading.start).toBeLessThan(reading.end);
        }
        for (const figure of unsure) {
          expect(text.slice(figure.start, figure.end)).toBe(figure.valueText);
        }
      }),
      { numRuns: 400 },
    );
  });
});
