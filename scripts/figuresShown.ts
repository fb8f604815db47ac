/**
 * Lists every figure of a town's report that is shown as the town's result or target, with its sentence, to be read
 * by eye, and counts them. Prints tab-separated lines; 待核 marks what the app asks about.
 *
 * Run: node scripts/figuresShown.ts [bundle.txt], without a file the sample library.
 */
import { readFileSync } from 'node:fs';
import { readIndicators } from '../src/shared/indicator/read.ts';
import { parseIndicatorVocabulary } from '../src/shared/indicator/vocabulary.ts';
import { analyseReport } from '../src/shared/report/analyse.ts';
import { splitBundle } from '../src/shared/report/bundle.ts';
import { parseReportKnowledge } from '../src/shared/report/knowledge.ts';

const resources = new URL('../resources/', import.meta.url);
const shipped = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(path, resources), 'utf8'));
const knowledge = parseReportKnowledge({
  topics: shipped('vocabulary/topics.json'),
  divisions: shipped('knowledge/divisions.json'),
  headingEnds: shipped('knowledge/heading-ends.json'),
  topicSentences: shipped('knowledge/topic-sentences.json'),
});
const vocabulary = parseIndicatorVocabulary(
  shipped('vocabulary/indicators.json'),
  shipped('vocabulary/units.json'),
  shipped('knowledge/word-pairs.json'),
);

const file = process.argv[2] ?? new URL('sample/weifang-reports.txt', resources);
for (const document of splitBundle(readFileSync(file, 'utf8'))?.documents ?? []) {
  const { kind, metadata, sections, roles } = analyseReport(document, knowledge);
  if (kind !== 'annual-report') continue;
  const context = { kind, metadata, sections, ...(roles === undefined ? {} : { roles }) };
  const shown = readIndicators(document.text, context, vocabulary).readings.filter(
    ({ scope, nature }) => scope === 'town' && (nature === 'actual' || nature === 'target'),
  );
  if (shown.length === 0) continue;
  for (const reading of shown) {
    const value = document.text.slice(reading.start, reading.end);
    const growth = reading.growthPercent === null ? '' : `${reading.growthPercent}%`;
    const { start, end } = reading.clause;
    const sentence = document.text.slice(Math.max(0, start - 40), end);
    const columns = [
      reading.certain ? '' : '待核',
      reading.nature === 'actual' ? '实绩' : '目标',
      reading.period ?? '',
      reading.name,
      value,
      growth,
      sentence,
    ];
    process.stdout.write(`${columns.join('\t').replaceAll('\n', ' ')}\n`);
  }
  const results = shown.filter(({ nature }) => nature === 'actual').length;
  const marked = shown.filter(({ certain }) => !certain).length;
  process.stdout.write(
    `${metadata.actualLocality}: ${shown.length} shown, ${results} results, ${shown.length - results} targets, ${marked} marked\n`,
  );
}
