import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseIndicatorVocabulary } from './vocabulary.ts';

const resources = new URL('../../../resources/vocabulary/', import.meta.url);
const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, resources), 'utf8'));
const units = readJson('units.json');
const wordPairs = readJson('../knowledge/word-pairs.json');

describe('the shipped vocabulary', () => {
  const vocabulary = parseIndicatorVocabulary(readJson('indicators.json'), units, wordPairs);

  it('keeps the definitions of revenue and income apart', () => {
    const keys = ['财政总收入', '地方财政收入', '一般公共预算收入', '地税', '财政收入'].map(
      (alias) => vocabulary.aliases.match(alias, 0, alias.length)[0]?.named.id,
    );
    expect(new Set(keys).size).toBe(5);
    const incomes = ['农民人均纯收入', '农民人均可支配收入'].map(
      (alias) => vocabulary.aliases.match(alias, 0, alias.length)[0]?.named.id,
    );
    expect(new Set(incomes).size).toBe(2);
  });

  it('finds the longest alias at every position in one pass', () => {
    const text = '农村居民人均可支配收入';
    const found = vocabulary.aliases.match(text, 0, text.length);
    const [whole, ...within] = found.map(({ start, end, named }) => ({
      start,
      end,
      key: named.id,
    }));
    expect(whole).toEqual({ start: 0, end: text.length, key: 'I12' });
    expect(within.some(({ key }) => key === 'I173')).toBe(true);
  });

  it('gives every indicator a family that the units know', () => {
    const families = new Set(
      [...vocabulary.units.units.values()].flatMap((unit) =>
        unit.conversions.map((conversion) => conversion.family),
      ),
    );
    for (const indicator of vocabulary.indicators.values()) {
      for (const family of [indicator.family, ...indicator.otherFamilies]) {
        expect([...families, 'rank']).toContain(family);
      }
    }
  });
});

describe('a vocabulary that does not fit', () => {
  const parse = (list: unknown[]) => parseIndicatorVocabulary(list, units, wordPairs);
  const indicator = { id: 'I1', name: '甲', topic: 'T01', family: 'money', aliases: ['财政收入'] };

  it('is refused where an alias belongs to two indicators', () => {
    expect(() => parse([indicator, { ...indicator, id: 'I2' }])).toThrow('别名“财政收入”重复');
  });

  it('is refused where an id is listed twice or a kin is unknown', () => {
    expect(() => parse([indicator, { ...indicator, aliases: ['税收'] }])).toThrow('指标重复');
    expect(() => parse([{ ...indicator, kin: ['I9'] }])).toThrow('I9');
  });

  it('is refused where a field is unknown', () => {
    expect(() => parse([{ ...indicator, colour: 'red' }])).toThrow();
  });
});
