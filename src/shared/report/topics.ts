import type { TopicVocabulary } from './knowledge.ts';
import type { OutlineNode } from './outlineNode.ts';
import type { SectionRole } from './report.ts';
import type { RoleSpan } from './roles.ts';
import { sentenceEnd } from './sentences.ts';

export interface Passage {
  start: number;
  end: number;
  topics: string[];
}

const ungated: ReadonlySet<SectionRole | null> = new Set<SectionRole | null>([
  'review',
  'shortcomings',
  'requirements',
  'targets',
  'tasks',
  'livelihood',
  'self-government',
  null,
]);

/** A compiled list of words: one pattern, longest first, and the weights of each word. */
export interface TopicScorer {
  pattern: RegExp;
  weights: Map<string, [topic: string, weight: number][]>;
}

const scorers = new WeakMap<TopicVocabulary, TopicScorer>();

/** Built once for each vocabulary. */
export function topicScorer(vocabulary: TopicVocabulary): TopicScorer {
  const known = scorers.get(vocabulary);
  if (known !== undefined) return known;
  const weights: TopicScorer['weights'] = new Map();
  for (const topic of vocabulary) {
    for (const [words, base] of [
      [topic.strong, 2],
      [topic.weak, 0.5],
    ] as const) {
      for (const word of words) {
        const weight = base + (base > 1 && word.length >= 4 ? 1 : 0);
        const list = weights.get(word) ?? [];
        list.push([topic.id, weight]);
        weights.set(word, list);
      }
    }
  }
  const words = [...weights.keys()].sort((a, b) => b.length - a.length);
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const scorer = { pattern: new RegExp(escaped.join('|'), 'g'), weights };
  scorers.set(vocabulary, scorer);
  return scorer;
}

/** Topic ids of a sentence, strongest first; empty where no strong word stands in it. */
export function scoreTopics(
  sentence: string,
  scorer: TopicScorer,
  prior?: ReadonlyMap<string, number>,
): Map<string, number> {
  const scores = new Map<string, number>();
  for (const match of sentence.matchAll(scorer.pattern)) {
    for (const [topic, weight] of scorer.weights.get(match[0]) ?? []) {
      scores.set(topic, (scores.get(topic) ?? 0) + weight);
    }
  }
  if (prior !== undefined) {
    for (const [topic, score] of prior) scores.set(topic, (scores.get(topic) ?? 0) + score * 0.4);
  }
  return scores;
}

function ranked(scores: ReadonlyMap<string, number>, least: number): string[] {
  const best = Math.max(0, ...scores.values());
  return [...scores]
    .filter(([, score]) => score >= least && score >= best * 0.34)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([topic]) => topic);
}

/** The topics of every sentence; the heading a sentence stands under is a prior for it. */
export function findPassages(
  text: string,
  nodes: readonly OutlineNode[],
  roles: readonly RoleSpan[],
  vocabulary: TopicVocabulary,
): { passages: Passage[]; sectionTopics: string[][] } {
  const scorer = topicScorer(vocabulary);
  const passages: Passage[] = [];
  const sectionTopics: string[][] = [];
  const bounds = [{ start: 0, end: 0, heading: '' }].concat(
    nodes.map((node) => ({
      start: node.start,
      end: node.end,
      heading: text.slice(node.wordsStart, node.end),
    })),
  );
  let roleAt = 0;
  for (const [index, bound] of bounds.entries()) {
    const heading = scoreTopics(bound.heading, scorer);
    const total = new Map<string, number>();
    for (const [topic, score] of heading) total.set(topic, score * 3);
    const to = bounds[index + 1]?.start ?? text.length;
    let at = bound.end;
    while (at < to) {
      const end = sentenceEnd(text, at, to);
      while (roleAt < roles.length - 1 && (roles[roleAt]?.end ?? 0) <= at) roleAt += 1;
      const gated = !ungated.has(roles[roleAt]?.role ?? null);
      const scores = gated
        ? new Map<string, number>()
        : scoreTopics(text.slice(at, end), scorer, heading);
      for (const [topic, score] of scores) total.set(topic, (total.get(topic) ?? 0) + score);
      passages.push({ start: at, end, topics: ranked(scores, 1.5) });
      at = end;
    }
    if (index > 0) sectionTopics.push(ranked(total, 2));
  }
  return { passages, sectionTopics };
}
