import type { SectionRole } from '../report/report.ts';
import type { ComparedDocument } from './document.ts';
import { bodyAt, type SectionBody } from './sectionBodies.ts';

/** The large parts of a report. Sections are paired only inside the same one: 回顾 never with 部署. */
export type Phase = 'opening' | 'review' | 'shortcomings' | 'direction' | 'tasks' | 'government';

export interface ProfiledSection extends SectionBody {
  sectionIndex: number;
  phase: Phase | null;
  /** Characters that speak of each topic, as a unit vector. */
  weights: ReadonlyMap<string, number>;
  /** The topics with the largest weights. */
  mainTopics: string[];
  pairsOfHeading: ReadonlySet<string>;
}

const phaseOfRole: Record<SectionRole, Phase> = {
  opening: 'opening',
  review: 'review',
  shortcomings: 'shortcomings',
  requirements: 'direction',
  targets: 'direction',
  tasks: 'tasks',
  livelihood: 'tasks',
  'self-government': 'government',
  closing: 'government',
};

/** What a topic of the heading counts, in characters of text on it: a heading speaks for its section. */
const headingWeight = 60;
const mostMainTopics = 3;

/** Every heading of a document with what it is about. */
export function profileSections(
  document: ComparedDocument,
  bodies: SectionBody[],
): ProfiledSection[] {
  const tallies = new Map<SectionBody, Map<string, number>>();
  const add = (body: SectionBody, topics: readonly string[], characters: number): void => {
    const tally = tallies.get(body) ?? new Map<string, number>();
    tallies.set(body, tally);
    for (const [rank, topic] of topics.entries()) {
      tally.set(topic, (tally.get(topic) ?? 0) + characters / (rank + 1));
    }
  };
  for (const passage of document.analysis.passages) {
    const body = bodyAt(bodies, passage.start);
    if (body) add(body, passage.topics, passage.end - passage.start);
  }
  const profiles: ProfiledSection[] = [];
  for (const body of bodies) {
    if (body.sectionIndex === null) continue;
    add(body, body.topics, headingWeight);
    const weights = unitVector(tallies.get(body) ?? new Map());
    profiles.push({
      ...body,
      sectionIndex: body.sectionIndex,
      phase: body.role === null ? null : phaseOfRole[body.role],
      weights,
      mainTopics: [...weights]
        .sort(([, a], [, b]) => b - a)
        .slice(0, mostMainTopics)
        .map(([topic]) => topic),
      pairsOfHeading: characterPairs(body.heading),
    });
  }
  return profiles;
}

/** 0…1: how likely a reader would lay the two sections side by side. */
export function sectionLikeness(a: ProfiledSection, b: ProfiledSection): number {
  if (a.phase !== null && b.phase !== null && a.phase !== b.phase) return 0;
  let topics = 0;
  for (const [topic, weight] of a.weights) topics += weight * (b.weights.get(topic) ?? 0);
  const [few, many] =
    a.pairsOfHeading.size < b.pairsOfHeading.size
      ? [a.pairsOfHeading, b.pairsOfHeading]
      : [b.pairsOfHeading, a.pairsOfHeading];
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared += 1;
  const headings = few.size === 0 ? 0 : (2 * shared) / (few.size + many.size);
  const samePhase = a.phase !== null && a.phase === b.phase ? 0.1 : 0;
  const sameLevel = a.level === b.level ? 0.1 : 0;
  return 0.5 * topics + 0.3 * headings + samePhase + sameLevel;
}

function unitVector(tally: Map<string, number>): Map<string, number> {
  let squares = 0;
  for (const weight of tally.values()) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  return new Map([...tally].map(([topic, weight]) => [topic, weight / length]));
}

function characterPairs(words: string): Set<string> {
  const letters = words.replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= letters.length; at += 1) pairs.add(letters.slice(at, at + 2));
  return pairs;
}
