/*
 * Comparing reports against the work of understanding them, and against three diff libraries on the
 * same pairs: times as ratios of one run, and how much each calls deleted that was only moved.
 * Run: node bench/alignment.ts
 */
import { readFileSync } from 'node:fs';
import { diffChars, diffSentences, diffWords } from 'diff';
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch';
import { diff as myersDiff } from 'fast-myers-diff';
import { alignSections } from '../src/shared/comparison/alignSections.ts';
import { compareByTopic } from '../src/shared/comparison/compareByTopic.ts';
import { compareYears } from '../src/shared/comparison/compareYears.ts';
import type { ComparedDocument } from '../src/shared/comparison/document.ts';
import { sharedWording } from '../src/shared/comparison/sharedWording.ts';
import { analyseReport } from '../src/shared/report/analyse.ts';
import { splitBundle } from '../src/shared/report/bundle.ts';
import { parseReportKnowledge } from '../src/shared/report/knowledge.ts';
import { seededRandom } from '../src/shared/text/anchor/trackedText.cases.ts';

const resources = new URL('../resources/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, resources), 'utf8');
const knowledge = parseReportKnowledge({
  topics: JSON.parse(read('vocabulary/topics.json')),
  divisions: JSON.parse(read('knowledge/divisions.json')),
  headingEnds: JSON.parse(read('knowledge/heading-ends.json')),
  topicSentences: JSON.parse(read('knowledge/topic-sentences.json')),
});
const { formulas } = JSON.parse(read('vocabulary/formulas.json')) as { formulas: string[] };
const reports = (splitBundle(read('sample/weifang-reports.txt'))?.documents ?? []).filter(
  ({ text }) => text.includes('各位代表'),
);

function document(text: string, index: number): ComparedDocument {
  const analysis = analyseReport({ titleLine: null, text, retrievedOn: null }, knowledge);
  return { documentId: `report-${index}`, text, analysis };
}

/** Processor time of the cheapest of several runs, in milliseconds: other programs are no part of it. */
function time(work: () => unknown, rounds = 9): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Processor time of the cheapest round for each of three inputs taken in turn, in milliseconds. */
function interleaved<T>(inputs: [T, T, T], work: (input: T) => unknown): [number, number, number] {
  const best: [number, number, number] = [Infinity, Infinity, Infinity];
  for (let round = 0; round < 30; round += 1) {
    for (const [at, input] of inputs.entries()) {
      best[at] = Math.min(
        best[at] ?? Infinity,
        time(() => work(input), 1),
      );
    }
  }
  return best;
}

const failures: string[] = [];
function ratio(what: string, value: number, bound: number): void {
  console.log(`${value <= bound ? '  ' : '✗ '}${what}: ${value.toFixed(3)} (bound ${bound})`);
  if (value > bound) failures.push(what);
}

const texts = reports.map(({ text }) => text);
const four = texts.map(document);
const analysing = time(() => texts.map(document));
ratio('aligning four reports ÷ analysing them', time(() => alignSections(four)) / analysing, 0.5);
const matrix = time(() => compareByTopic(four, knowledge.topics));
ratio('topics of four reports ÷ analysing them', matrix / analysing, 0.5);
const shared = time(() => sharedWording(four, formulas));
ratio('shared wording of four reports ÷ analysing them', shared / analysing, 1);

/** A report of about `length` characters: the sections of the sample towns over and over. */
function longReport(length: number, seed: number): string {
  const random = seededRandom(seed);
  const sections = texts
    .slice(0, 3)
    .flatMap((text) => text.split(/(?=[(\uff08][一二三四五六七八九十]+[)\uff09])/));
  let text = '各位代表:现在,我代表镇人民政府,向大会报告工作。一、2018年工作回顾。';
  while (text.length < length) text += sections[Math.floor(random() * sections.length)] ?? '';
  return text.slice(0, length);
}
const short = [1, 2, 3, 4].map((seed) => document(longReport(6_000, seed), seed));
const long = [1, 2, 3, 4].map((seed) => document(longReport(60_000, seed), seed));
const longer = [1, 2, 3, 4].map((seed) => document(longReport(120_000, seed), seed));
const [ofShort, ofLong, ofLonger] = interleaved([short, long, longer], alignSections);
ratio('aligning 60,000 ÷ 6,000 characters', ofLong / ofShort, 13);
ratio('aligning 120,000 ÷ 60,000 characters', ofLonger / ofLong, 2.6);
const yearsLong = longReport(60_000, 5);
const yearsShort = longReport(6_000, 5);
const yearGrowth =
  time(() => compareYears(yearsLong, shuffled(yearsLong, 6).text), 5) /
  time(() => compareYears(yearsShort, shuffled(yearsShort, 6).text), 5);
ratio('comparing years, 60,000 ÷ 6,000 characters', yearGrowth, 15);

/** The text with its sections in another order and ten numbers changed. */
function shuffled(text: string, seed: number): { text: string; changed: string[] } {
  const random = seededRandom(seed);
  const figures = [...text.matchAll(/\d+(?:\.\d+)?/g)];
  const chosen = new Set<number>();
  while (chosen.size < Math.min(10, figures.length)) {
    chosen.add(Math.floor(random() * figures.length));
  }
  let seen = -1;
  const changed: string[] = [];
  const edited = text.replace(/\d+(?:\.\d+)?/g, (value) => {
    seen += 1;
    if (!chosen.has(seen)) return value;
    const now = String(Number(value) + 11);
    changed.push(`${value}→${now}`);
    return now;
  });
  const sections = edited.split(/(?=[(\uff08][一二三四五六七八九十]+[)\uff09])/);
  const chapters = edited.split(/(?<=\u3002\s*)(?=[一二三四五六七八九十]+、)/);
  const parts = (sections.length > 1 ? sections : chapters)
    .map((part) => ({ part, place: random() }))
    .sort((a, b) => a.place - b.place);
  return { text: parts.map(({ part }) => part).join(''), changed };
}

/** After so many seconds of waiting a peer may give up. */
const patience = 8;

/** How many characters of the old text each library calls deleted; null: it gave up. */
const peers: Record<string, (before: string, after: string) => number | null> = {
  'fast-myers-diff by characters': (before, after) => {
    let deleted = 0;
    for (const [from, to] of myersDiff(before, after)) deleted += to - from;
    return deleted;
  },
  'diff-match-patch by characters': (before, after) => {
    const matcher = new DiffMatchPatch();
    matcher.Diff_Timeout = patience;
    return matcher
      .diff_main(before, after)
      .reduce((sum, [operation, words]) => sum + (operation < 0 ? words.length : 0), 0);
  },
  'diff by characters': (before, after) =>
    deletedIn(diffChars(before, after, { timeout: patience * 1000 })),
  'diff by words': (before, after) =>
    deletedIn(diffWords(before, after, { timeout: patience * 1000 })),
  'diff by sentences': (before, after) =>
    deletedIn(diffSentences(before, after, { timeout: patience * 1000 })),
};

function deletedIn(changes: { removed: boolean; value: string }[] | undefined): number | null {
  if (changes === undefined) return null;
  return changes.reduce((sum, { removed, value }) => sum + (removed ? value.length : 0), 0);
}

console.log('\nsections shuffled, ten numbers changed: characters called deleted that still stand');
for (const [index, text] of texts.entries()) {
  const after = shuffled(text, 30 + index);
  const compared = compareYears(text, after.text);
  const found = compared.numbers.map(({ beforeText, afterText }) => `${beforeText}→${afterText}`);
  const exact = found.sort().join() === after.changed.sort().join();
  const truly = after.changed.reduce((sum, change) => sum + change.indexOf('→'), 0);
  const ofPeers = Object.entries(peers).map(([name, deletedBy]) => {
    const deleted = deletedBy(text, after.text);
    return `${name} ${deleted === null ? 'gave up' : Math.max(0, deleted - truly)}`;
  });
  console.log(
    `${exact ? '  ' : '✗ '}${text.length} characters: numbers ${found.length} of 10 exact ${exact}; ` +
      `falsely deleted: ours ${compared.deletedCharacters - truly}, ${ofPeers.join(', ')}`,
  );
  if (!exact || compared.deletedCharacters > truly) failures.push('changed numbers');
}

const city = texts.at(-1) ?? '';
const cityAfter = shuffled(city, 99).text;
const ours = time(() => compareYears(city, cityAfter), 5);
console.log(
  `\ntwo reports of ${city.length} characters, by characters: ours ${ours.toFixed(1)} ms`,
);
const finished = Object.entries(peers).flatMap(([name, deletedBy]) => {
  if (!name.endsWith('by characters')) return [];
  if (deletedBy(city, cityAfter) === null) {
    console.log(`  ${name}: gave up after ${patience} s`);
    return [];
  }
  const taken = time(() => deletedBy(city, cityAfter), 3);
  console.log(`  ${name}: ${taken.toFixed(1)} ms`);
  return [taken];
});
ratio('comparing years ÷ the fastest library by characters', ours / Math.min(...finished), 0.5);
if (failures.length > 0) process.exitCode = 1;
