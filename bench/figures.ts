/**
 * Reading figures against recovering the structure of the same text, in the same run; and whether
 * its time grows in step with the length. The structure reads the text into a view, which the figures
 * are read from too, as in an import. Run: node bench/figures.ts
 */
import { readFileSync } from 'node:fs';
import { readIndicators } from '../src/shared/indicator/read.ts';
import { parseIndicatorVocabulary } from '../src/shared/indicator/vocabulary.ts';
import { analyseReport } from '../src/shared/report/analyse.ts';
import { parseReportKnowledge } from '../src/shared/report/knowledge.ts';
import { readView } from '../src/shared/report/view.ts';
import { generateReport } from '../tests/fixtures/figures/generate.ts';

const resources = new URL('../resources/', import.meta.url);
const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, resources), 'utf8'));
const knowledge = parseReportKnowledge({
  topics: readJson('vocabulary/topics.json'),
  divisions: readJson('knowledge/divisions.json'),
  headingEnds: readJson('knowledge/heading-ends.json'),
  topicSentences: readJson('knowledge/topic-sentences.json'),
});
const vocabulary = parseIndicatorVocabulary(
  readJson('vocabulary/indicators.json'),
  readJson('vocabulary/units.json'),
  readJson('knowledge/word-pairs.json'),
);

const sample = readFileSync(new URL('sample/weifang-reports.txt', resources), 'utf8')
  .split('\n')
  .filter((line) => line.length > 3000)
  .join('\n');

/** A text of about `length` characters of reports: the sample, or synthetic ones dense with figures. */
function textOf(source: 'sample' | 'synthetic', length: number): string {
  let text = '';
  for (let seed = 1; text.length < length; seed += 1) {
    text += source === 'sample' ? `${sample}\n` : `${generateReport(seed, 'tuned').text}\n`;
  }
  return text.slice(0, length);
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/**
 * Milliseconds of processor time: what else the machine is doing does not count. Both of its shares: only their sum is
 * counted finely, the system divides it by samples.
 */
function time(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** A short text is read so often that a round of it is no shorter than one of a middling text. */
const ROUND = 60_000;
/** Rounds before the first that counts: of code that is not compiled yet nothing is learned. */
const WARM_UP = 3;

const results = [];
for (const source of ['sample', 'synthetic'] as const) {
  for (const length of [6_000, 60_000, 600_000]) {
    const raw = { titleLine: null, text: textOf(source, length), retrievedOn: null };
    const view = readView(raw.text);
    const analysis = analyseReport(raw, knowledge, view);
    const context = {
      kind: analysis.kind,
      metadata: analysis.metadata,
      sections: analysis.sections,
      ...(analysis.roles === undefined ? {} : { roles: analysis.roles }),
    };
    const rounds = length > 100_000 ? 5 : 15;
    const times = Math.max(1, Math.round(ROUND / length));
    const structure: number[] = [];
    const figures: number[] = [];
    let count = 0;
    for (let round = -WARM_UP; round < rounds; round += 1) {
      const structureTime = time(() => {
        for (let again = 0; again < times; again += 1) analyseReport(raw, knowledge);
      });
      const figuresTime = time(() => {
        for (let again = 0; again < times; again += 1) {
          count = readIndicators(raw.text, context, vocabulary, view).readings.length;
        }
      });
      if (round < 0) continue;
      structure.push(structureTime / times);
      figures.push(figuresTime / times);
    }
    results.push({
      source,
      length,
      readings: count,
      structureMs: Number(median(structure).toFixed(2)),
      figuresMs: Number(median(figures).toFixed(2)),
      ratio: Number((median(figures) / median(structure)).toFixed(2)),
      // On a loaded machine both are slowed unevenly; the best rounds are the least disturbed.
      ratioOfBest: Number((Math.min(...figures) / Math.min(...structure)).toFixed(2)),
      microsecondsPerCharacter: Number(((median(figures) * 1000) / length).toFixed(3)),
    });
  }
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
