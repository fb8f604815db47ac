/**
 * Writes resources/knowledge/word-pairs.json: the pairs of characters that the public reports of many cities
 * know. What holds another pair is likely a name (see src/shared/indicator/strangers.ts). No words of any text
 * are kept, and of 潍坊 nothing is read.
 *
 * Run: node scripts/train/wordPairs.ts <folder 政府工作报告-其他地市 of github.com/lawtext/gov>
 */
import { writeFileSync } from 'node:fs';
import { readCorpus } from './corpus.ts';

/** A pair that fewer cities write down may belong to the name of a place or a firm. */
const FEWEST_CITIES = 20;

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: wordPairs.ts <folder>');

const cities = new Map<string, Set<string>>();
for (const { city, lines } of readCorpus(folder)) {
  for (const [run] of lines.join('\n').matchAll(/[\u4e00-\u9fff]{2,}/g)) {
    for (let at = 0; at + 1 < run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      const known = cities.get(pair);
      if (known === undefined) cities.set(pair, new Set([city]));
      else known.add(city);
    }
  }
}

const pairs: Record<string, string> = {};
for (const pair of [...cities.keys()].sort()) {
  if ((cities.get(pair)?.size ?? 0) < FEWEST_CITIES) continue;
  const first = pair.charAt(0);
  pairs[first] = (pairs[first] ?? '') + pair.charAt(1);
}

writeFileSync(
  new URL('../../resources/knowledge/word-pairs.json', import.meta.url),
  `${JSON.stringify({
    source:
      'Learned from public city reports (github.com/lawtext/gov, folder 政府工作报告-其他地市, without 潍坊) by scripts/train/wordPairs.ts.',
    pairs,
  })}\n`,
);
