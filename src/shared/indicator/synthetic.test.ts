import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damages, damageText } from '../../../tests/fixtures/figures/damage.ts';
import {
  generateReport,
  type ShapeSet,
  shapeSets,
} from '../../../tests/fixtures/figures/generate.ts';
import { emptyScore, type Score, scoreText } from '../../../tests/fixtures/figures/score.ts';
import { parseIndicatorVocabulary } from './vocabulary.ts';

const resources = new URL('../../../resources/vocabulary/', import.meta.url);
const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, resources), 'utf8'));
const vocabulary = parseIndicatorVocabulary(
  readJson('indicators.json'),
  readJson('units.json'),
  readJson('../knowledge/word-pairs.json'),
);

/** Damage is done to the same sentences: fewer reports tell as much. */
const reports = (damage: (typeof damages)[number]) => (damage === 'none' ? 8 : 2);

function score(set: ShapeSet, damage: (typeof damages)[number]) {
  const counted = emptyScore();
  for (let seed = 1; seed <= reports(damage); seed += 1) {
    scoreText(damageText(generateReport(seed, set), damage), vocabulary, counted);
  }
  const shares = Object.entries(counted).map(([field, [right, of]]) => [field, right / of]);
  return { counts: counted, share: Object.fromEntries(shares) as Record<keyof Score, number> };
}

describe.each(shapeSets)('%s synthetic reports, every number labelled', (set) => {
  it.each(damages)('are read within the bounds when the damage is: %s', (damage) => {
    const { counts, share } = score(set, damage);
    expect(share.valueAndUnit).toBeGreaterThanOrEqual(damage === 'none' ? 0.97 : 0.93);
    expect(share.nature).toBeGreaterThanOrEqual(0.97);
    expect(share.growth).toBeGreaterThanOrEqual(0.97);
    expect(share.scope).toBeGreaterThanOrEqual(0.92);
    expect(share.shown).toBeGreaterThanOrEqual(0.97);
    expect(share.shownCertain).toBeGreaterThanOrEqual(0.99);
    expect(share.invented).toBeLessThanOrEqual(0.005);
    if (counts.gaps[1] > 0) expect(share.gaps).toBe(1);
  });
});
