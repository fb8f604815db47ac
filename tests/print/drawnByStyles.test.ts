import { expect, it } from 'vitest';
import { PAGE_NUMBERS } from '../../src/main/export/printPort.ts';
import { composeBrief } from '../../src/shared/brief/compose.ts';
import { chooseFonts } from '../../src/shared/brief/fonts.ts';
import { briefStylesheet } from '../../src/shared/brief/stylesheet.ts';
import { names } from './sampleSources.ts';

it('draws no character by its styles that a cut face need not have', () => {
  const spec = { title: '参阅材料', unit: '', date: '2026-11-23', documents: [], parts: [] };
  const brief = composeBrief({ ...spec, topics: null, layout: 'brief', contents: true }, [], names);
  const drawn = [...briefStylesheet(brief, chooseFonts([]), '').matchAll(/content: ([^;]*)/gu)]
    .flatMap(([, value = '']) => [...value.matchAll(/'([^']*)'/gu)])
    .map(([, words = '']) => words)
    .join('');
  expect(drawn).not.toBe('');
  // A stop is in every list of sources, as are the figures before it.
  const known = new Set(`${PAGE_NUMBERS}.`);
  expect([...drawn].filter((character) => !known.has(character))).toEqual([]);
});
