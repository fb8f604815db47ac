/**
 * Measures the whole analysis on reports of a folder laid out as `corpus.ts` reads it, each glued into one line:
 * starts and ends of 一、 and (一), and again with counts such as 三、四线城市 put into every report.
 *
 *   node scripts/train/measureHeadings.ts <folder> [--held-out]
 *
 * Held out means the cities that `headingEnds.ts --measure` does not learn from; the shipped statistics have
 * seen them.
 */
import { join } from 'node:path';
import { loadKnowledge } from '../../src/main/library/knowledge.ts';
import { analyseReport } from '../../src/shared/report/analyse.ts';
import type { Section } from '../../src/shared/report/report.ts';
import { glue, isHeldOut, readCorpus, type TrainingReport } from './corpus.ts';
import { chance } from './learn.ts';

const [folder, flag] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: measureHeadings.ts <folder> [--held-out]');
const root = join(import.meta.dirname, '..', '..');
const { report: knowledge } = await loadKnowledge(join(root, 'resources'));
const reports = readCorpus(folder).filter(({ city }) => flag === undefined || isHeldOut(city));

const counts = [
  '一、二级公路',
  '三、四线城市',
  '二、三期工程',
  '一、二类项目',
  '三、四季度',
  '二、三产业',
];

function percent(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / whole).toFixed(2)} %)`;
}

function sectionsOf({ text }: TrainingReport): Section[] {
  const { sections } = analyseReport({ titleLine: null, text, retrievedOn: null }, knowledge);
  return sections.filter(({ label }) =>
    /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/.test(label ?? ''),
  );
}

function measureStarts(what: string, among: readonly TrainingReport[]): void {
  let found = 0;
  let right = 0;
  let expected = 0;
  for (const report of among) {
    const starts = new Set(report.headings.map(({ start }) => start));
    const sections = sectionsOf(report);
    expected += starts.size;
    found += sections.length;
    right += sections.filter(({ start }) => starts.has(start)).length;
  }
  const score = (2 * right) / (found + expected);
  console.log(
    `${what}: F1 ${score.toFixed(4)}, precision ${(right / found).toFixed(4)}, recall ${(right / expected).toFixed(4)} of ${expected}`,
  );
}

function measureEnds(among: readonly TrainingReport[]): void {
  const seen: { right: boolean; glued: boolean; certain: boolean }[] = [];
  for (const report of among) {
    const sections = new Map(sectionsOf(report).map((section) => [section.start, section]));
    for (const { start, end, glued } of report.headings) {
      const section = sections.get(start);
      if (section === undefined || end === null) continue;
      seen.push({ right: section.end === end, glued, certain: section.endCertain });
    }
  }
  const share = (what: string, list: typeof seen) =>
    console.log(`${what}: ${percent(list.filter(({ right }) => right).length, list.length)}`);
  share('exact ends', seen);
  share(
    'nothing between',
    seen.filter(({ glued }) => glued),
  );
  share(
    'at 。',
    seen.filter(({ glued }) => !glued),
  );
  share(
    'called certain',
    seen.filter(({ certain }) => certain),
  );
  console.log(
    `called uncertain: ${percent(seen.filter(({ certain }) => !certain).length, seen.length)}`,
  );
}

/** Six counts, half of them where a sentence begins. */
function withCounts(report: TrainingReport): TrainingReport {
  const random = chance(report.text.length);
  const lines = [...report.lines];
  const bodies = lines.flatMap((line, at) => (line.length > 120 ? [at] : []));
  for (const [index, words] of counts.entries()) {
    const at = bodies[Math.floor(random() * bodies.length)];
    if (at === undefined) break;
    const mark = index % 2 === 0 ? '。' : ',';
    const line = lines[at] ?? '';
    const place = line.indexOf(mark, 60) + 1;
    if (place > 0) lines[at] = `${line.slice(0, place)}${words}加快推进,${line.slice(place)}`;
  }
  return glue(report.city, lines.join('\n'));
}

console.log(`${reports.length} reports`);
measureStarts('starts', reports);
measureEnds(reports);
measureStarts('starts among false numerals', reports.map(withCounts));
