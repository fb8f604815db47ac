import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type NamedBank, scoreNames } from '../../../tests/fixtures/figures/nameScore.ts';

const banks = new URL('../../../tests/fixtures/figures/named/', import.meta.url);
const readBank = (name: string): NamedBank =>
  JSON.parse(readFileSync(new URL(name, banks), 'utf8'));

describe.each(readdirSync(banks))('the money and per cent figures of %s', (file) => {
  const { figures, named, right, wrong } = scoreNames(readBank(file));

  it('are named by the shared list in at least 0.55', () => {
    expect(named / figures).toBeGreaterThanOrEqual(0.55);
  });

  it('are named rightly in at least 0.95', () => {
    const misses = wrong.map(({ found, label }) => `${found}: ${label.quote}`);
    expect(right / named, misses.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
