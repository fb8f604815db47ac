import type { SectionRole } from '../report/report.ts';
import type { ComparedDocument } from './document.ts';
import { bodyAt, type SectionBody } from './sectionBodies.ts';

/** The large parts of a report. Sections are paired only inside the same one: 回顾 never with 部署. */
export type Phase = 'opening' | 'review' | 'shortcomings' | 'direction' | 'tasks' | 'government';

export interface ProfiledSection extends SectionBody {
  sectionIndex: number;
  phase: Phase | null;
  /** Sections stand under it: its own text only opens them. */
  isOpening: boolean;
  /** Characters that speak of each topic as a unit vector: topics, ascending, and their shares. */
  topicNumbers: Uint16Array;
  topicShares: Float64Array;
  /** The topics with the largest weights. */
  mainTopics: string[];
  /** The pairs of neighbouring characters of its heading as numbers, each once. */
  pairsOfHeading: Uint32Array;
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

/**
 * Every heading of a document with what it is about.
 *
 * @param numbers is added to.
 */
export function profileSections(
  document: ComparedDocument,
  bodies: SectionBody[],
  numbers: SectionNumbers,
): ProfiledSection[] {
  const firstPlan = bodies.findIndex(({ role }) => role === 'requirements' || role === 'tasks');
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
  for (const [index, body] of bodies.entries()) {
    if (body.sectionIndex === null) continue;
    add(body, body.topics, headingWeight);
    const tally = [...(tallies.get(body) ?? [])];
    const length = Math.hypot(...tally.map(([, characters]) => characters)) || 1;
    const numbered = tally
      .map(([topic, characters]) => ({
        topic: numberOf(numbers.topics, topic),
        share: characters / length,
      }))
      .sort((a, b) => a.topic - b.topic);
    profiles.push({
      ...body,
      sectionIndex: body.sectionIndex,
      phase: phaseOf(body.role, index < firstPlan),
      isOpening: (bodies[index + 1]?.level ?? 0) > body.level,
      topicNumbers: Uint16Array.from(numbered, ({ topic }) => topic),
      topicShares: Float64Array.from(numbered, ({ share }) => share),
      mainTopics: tally
        .sort(([, a], [, b]) => b - a)
        .slice(0, mostMainTopics)
        .map(([topic]) => topic),
      pairsOfHeading: characterPairs(body.heading, numbers.pairs),
    });
  }
  return profiles;
}

/** 自身建设 told in the review is part of the review: it is no counterpart of what is planned for it. */
function phaseOf(role: SectionRole | null, beforePlan: boolean): Phase | null {
  if (role === null) return null;
  return role === 'self-government' && beforePlan ? 'review' : phaseOfRole[role];
}

/** 0…1: how likely a reader would lay a section beside another. One section is held against many in turn. */
export class SectionLikeness {
  private readonly shares: Float64Array;
  private readonly inHeading: Uint8Array;
  private held: ProfiledSection | null = null;

  constructor({ topics, pairs }: SectionNumbers) {
    this.shares = new Float64Array(topics.size);
    this.inHeading = new Uint8Array(pairs.size);
  }

  /** The section that `to` then compares with. */
  hold(section: ProfiledSection): void {
    this.shares.fill(0);
    for (const pair of this.held?.pairsOfHeading ?? []) this.inHeading[pair] = 0;
    const { topicNumbers, topicShares } = section;
    for (let at = 0; at < topicNumbers.length; at += 1) {
      this.shares[topicNumbers[at] as number] = topicShares[at] as number;
    }
    for (const pair of section.pairsOfHeading) this.inHeading[pair] = 1;
    this.held = section;
  }

  to(b: ProfiledSection): number {
    const a = this.held;
    if (a === null || (a.phase !== null && b.phase !== null && a.phase !== b.phase)) return 0;
    const { topicNumbers, topicShares, pairsOfHeading } = b;
    let topics = 0;
    for (let at = 0; at < topicNumbers.length; at += 1) {
      topics += (this.shares[topicNumbers[at] as number] as number) * (topicShares[at] as number);
    }
    let shared = 0;
    for (let at = 0; at < pairsOfHeading.length; at += 1) {
      shared += this.inHeading[pairsOfHeading[at] as number] as number;
    }
    const pairs = a.pairsOfHeading.length + pairsOfHeading.length;
    const headings = pairs === 0 ? 0 : (2 * shared) / pairs;
    const samePhase = a.phase !== null && a.phase === b.phase ? 0.1 : 0;
    const sameLevel = a.level === b.level ? 0.1 : 0;
    // 回顾 goes with 回顾, although one says under it at once what another says in a section of its own.
    const sameChapter = samePhase > 0 && a.level === 1 && b.level === 1 ? 0.5 : 0;
    return 0.5 * topics + 0.3 * headings + samePhase + sameLevel + sameChapter;
  }
}

/** Numbers for the topics and the pairs of characters met, the same for all documents compared. */
export interface SectionNumbers {
  topics: Map<string, number>;
  pairs: Map<number, number>;
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function characterPairs(words: string, numbers: Map<number, number>): Uint32Array {
  const letters = words.replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set<number>();
  for (let at = 0; at + 2 <= letters.length; at += 1) {
    const pair = letters.charCodeAt(at) * 0x10000 + letters.charCodeAt(at + 1);
    pairs.add(numberOf(numbers, pair));
  }
  return Uint32Array.from(pairs);
}
