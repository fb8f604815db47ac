/**
 * Understands texts that were damaged at random and looks whether anything breaks: an exception, a span
 * outside the text, spans out of order, a heading over 60 characters.
 *
 *   node scripts/fuzz.ts [texts, 100000 unless told] [first seed]
 */
import { join } from 'node:path';
import { loadKnowledge } from '../src/main/library/knowledge.ts';
import { readIndicators } from '../src/shared/indicator/read.ts';
import { analyseReport } from '../src/shared/report/analyse.ts';
import { splitBundle } from '../src/shared/report/bundle.ts';
import { separateLeftovers } from '../src/shared/report/leftovers.ts';
import { sampleDocuments } from '../src/shared/report/sample.cases.ts';
import { draw } from '../tests/fixtures/reports/draw.ts';
import { generateReport } from '../tests/fixtures/reports/generate.ts';
import { generateOther } from '../tests/fixtures/reports/generateOther.ts';
import { brokenPromise, mutate } from '../tests/fixtures/reports/mutate.ts';

const count = Number(process.argv[2] ?? 100_000);
const firstSeed = Number(process.argv[3] ?? 1);
const knowledge = await loadKnowledge(join(import.meta.dirname, '..', 'resources'));
const bodies = [
  ...sampleDocuments.map(({ text }) => text),
  ...[1, 2, 3, 4, 5].map((seed) => generateReport(seed, { characters: 2000 }).raw.text),
  ...[1, 2, 3, 4, 5].map((seed) => generateOther(seed).raw.text),
];

function faultOf(seed: number): string | null {
  const raw = mutate(draw(seed), bodies);
  try {
    splitBundle(raw.text);
    separateLeftovers(raw.text);
    const analysis = analyseReport(raw, knowledge.report);
    const { readings } = readIndicators(raw.text, analysis as never, knowledge.indicators);
    const outside = readings.some(({ start, end }) => start < 0 || end > raw.text.length);
    return outside ? 'a figure outside the text' : brokenPromise(raw, analysis);
  } catch (error) {
    return String(error);
  }
}

let faults = 0;
for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
  const fault = faultOf(seed);
  if (fault === null) continue;
  faults += 1;
  if (faults <= 10) process.stdout.write(`seed ${seed}: ${fault}\n`);
}
process.stdout.write(`${count} damaged texts, ${faults} faults\n`);
process.exitCode = faults === 0 ? 0 : 1;
