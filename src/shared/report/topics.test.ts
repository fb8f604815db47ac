import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyseReport } from './analyse.ts';
import { sampleDocuments, shippedKnowledge } from './sample.cases.ts';
import { topiclessSentences, topicSentences } from './topics.cases.ts';

function topicsOf(text: string): string[] {
  const analysis = analyseReport({ titleLine: null, text, retrievedOn: null }, shippedKnowledge);
  return [...analysis.sections, ...analysis.passages].flatMap((one) => one.topics);
}

it('puts the right topic of a single sentence first in 85 of 100, among the first two in 92', () => {
  const first = topicSentences.filter(([sentence, ...topics]) =>
    topics.includes(topicsOf(sentence)[0] ?? ''),
  );
  const second = topicSentences.filter(([sentence, ...topics]) =>
    topicsOf(sentence)
      .slice(0, 2)
      .some((topic) => topics.includes(topic)),
  );
  expect(first.length / topicSentences.length).toBeGreaterThanOrEqual(0.85);
  expect(second.length / topicSentences.length).toBeGreaterThanOrEqual(0.92);
});

/** Each line of the file: its sentence and the topics that are right for it. */
function readBank(): { sentence: string; topics: string[] }[] {
  const file = new URL('../../../tests/fixtures/gold/topics-sentences.txt', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, first = '', sentence = '', others = ''] =
        /^(T\d\d|-) (.*?)(?: \/ (.*))?$/.exec(line) ?? [];
      const topics = first === '-' ? [] : [first, ...others.split(' ')].filter((id) => id !== '');
      return { sentence, topics };
    });
}

it('knows what sentences of all provinces and decades are about, and which are about nothing', () => {
  const [some, none] = [true, false].map((has) =>
    readBank().filter(({ topics }) => topics.length > 0 === has),
  ) as [ReturnType<typeof readBank>, ReturnType<typeof readBank>];
  const right = (among: number) =>
    some.filter(({ sentence, topics }) =>
      topicsOf(sentence)
        .slice(0, among)
        .some((topic) => topics.includes(topic)),
    ).length / some.length;
  expect(some.length).toBeGreaterThan(500);
  expect(right(1)).toBeGreaterThanOrEqual(0.95);
  expect(right(2)).toBeGreaterThanOrEqual(0.97);
  const wrong = none.filter(({ sentence }) => topicsOf(sentence).length > 0);
  expect(wrong.length / none.length).toBeLessThanOrEqual(0.1);
});

interface Leaf {
  report: '昌城镇' | '皇华镇' | '井沟镇';
  start: number;
  topics: string[];
}

it('files 95 of 100 hand-labelled sections of the town reports under one of their first two topics', () => {
  const file = new URL('../../../tests/fixtures/gold/topics-leaves.json', import.meta.url);
  const { leaves } = JSON.parse(readFileSync(file, 'utf8')) as { leaves: Leaf[] };
  const sections = { 昌城镇: sectionsOf(0), 皇华镇: sectionsOf(1), 井沟镇: sectionsOf(8) };
  const right = leaves.filter(({ report, start, topics }) => {
    const found = sections[report].find((section) => section.start === start)?.topics.slice(0, 2);
    if (found === undefined) return false;
    return topics.length === 0 ? found.length === 0 : found.some((one) => topics.includes(one));
  });
  expect(leaves).toHaveLength(100);
  expect(right.length / leaves.length).toBeGreaterThanOrEqual(0.95);
});

function sectionsOf(at: number) {
  return analyseReport(sampleDocuments[at] as never, shippedKnowledge).sections;
}

it('gives greetings, thanks and year headings no topic', () => {
  const wrong = topiclessSentences.filter((sentence) => topicsOf(sentence).length > 0);
  expect(wrong).toEqual([]);
});

it('leaves at most 8 of 100 characters of the town reports without a topic, greetings and closing aside', () => {
  let without = 0;
  let total = 0;
  for (const at of [0, 1, 8]) {
    const { passages, roles } = analyseReport(sampleDocuments[at] as never, shippedKnowledge);
    for (const { start, end, topics } of passages) {
      const role = roles?.find((span) => span.start <= start && start < span.end)?.role;
      if (role === 'opening' || role === 'closing') continue;
      total += end - start;
      if (topics.length === 0) without += end - start;
    }
  }
  expect(without / total).toBeLessThanOrEqual(0.08);
});

it('gives a mixed section several topics, three at most', () => {
  const analysis = analyseReport(sampleDocuments[8] as never, shippedKnowledge);
  const section = analysis.sections.find((one) => one.heading === '民生事业持续改善');
  expect(section?.topics.length).toBe(3);
  const mixed = analysis.passages.filter((one) => one.start > (section?.end ?? 0)).slice(0, 8);
  expect(new Set(mixed.flatMap((one) => one.topics)).size).toBeGreaterThanOrEqual(4);
});

it('lets the heading decide a sentence that says nothing itself', () => {
  const text = '各位代表: 一、2018年工作回顾2018年。 (一)提升医疗卫生水平。群众反映很好。';
  const analysis = analyseReport({ titleLine: null, text, retrievedOn: null }, shippedKnowledge);
  expect(
    analysis.passages.find((one) => text.slice(one.start, one.end).includes('反映'))?.topics,
  ).toEqual(['T14']);
});
