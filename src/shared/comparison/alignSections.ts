import type { ComparedDocument } from './document.ts';
import { type SectionBody, sectionBodies } from './sectionBodies.ts';
import {
  type ProfiledSection,
  profileSections,
  SectionLikeness,
  type SectionNumbers,
} from './sectionLikeness.ts';

/** Sections of several reports that a reader lays side by side. */
export interface AlignedGroup {
  id: string;
  /** The heading of the first report that has the section. */
  label: string;
  /**
   * For each document in the order given, an index into its `analysis.sections`; null where it has
   * nothing of the kind. A mixed section (民生事业持续改善, with 医疗, 教育 and 安全) can stand in
   * several groups.
   */
  members: (number | null)[];
}

export interface AlignedSections {
  /** In reading order of the first document, with what only others have between. */
  groups: AlignedGroup[];
  /** For each document its text cut at its headings, the part before the first one included. */
  bodies: SectionBody[][];
  /** For each document: index of a section → the group it was paired in. */
  groupOf: Map<number, AlignedGroup>[];
}

interface Node {
  document: number;
  section: ProfiledSection;
  /** Where in its report the section stands, 0…1. */
  place: number;
  /** What it can be found under. */
  shelves: string[];
  /** The section it was last compared with: it can stand on several shelves. */
  comparedWith: Node | null;
  /** The group it stands in. */
  members: Members;
}

interface Pair {
  likeness: number;
  /** How far apart they stand in their reports. */
  apart: number;
  a: Node;
  b: Node;
}

/** One section of each document, or null: a group while it is being put together. */
type Members = (Node | null)[];

/** Below this two sections share little more than their place in the report. */
const pairedFrom = 0.4;
/** A mixed section is lent to a further group when it speaks of that group's main topic. */
const lentFrom = 0.33;
/** Sections looked at for one section, topic and document: keeps the work linear in the text. */
const widestWindow = 4;

/**
 * Pairs the sections of two to four reports by the part of the report they stand in, what they are
 * about and how they are headed. The most alike are paired first; no group takes two sections of
 * one report.
 */
export function alignSections(documents: readonly ComparedDocument[]): AlignedSections {
  const bodies = documents.map((document) => sectionBodies(document));
  const numbers: SectionNumbers = { topics: new Map(), pairs: new Map() };
  const nodes = documents.map((document, index): Node[] => {
    const sections = profileSections(document, bodies[index] as SectionBody[], numbers);
    return sections.map((section, order) => ({
      document: index,
      section,
      place: order / sections.length,
      shelves: shelfKeys(section),
      comparedWith: null,
      members: documents.map(() => null),
    }));
  });
  const pairs = listLikelyPairs(nodes, new SectionLikeness(numbers));
  joinPairs(nodes, pairs);
  const lent = lendSections(pairs);

  const groupOf = documents.map(() => new Map<number, AlignedGroup>());
  const groups = readingOrder(nodes).map((members, order): AlignedGroup => {
    const group: AlignedGroup = {
      id: `g${order + 1}`,
      label: members.find((node) => node !== null)?.section.heading ?? '',
      members: members.map(
        (node, document) => (node ?? lent.get(members)?.[document])?.section.sectionIndex ?? null,
      ),
    };
    for (const node of members) {
      if (node) groupOf[node.document]?.set(node.section.sectionIndex, group);
    }
    return group;
  });
  return { groups, bodies, groupOf };
}

/** Pairs of sections that are alike enough to be shown together, the most alike first. */
function listLikelyPairs(nodes: Node[][], likenessOf: SectionLikeness): Pair[] {
  const shelves = nodes.map((ofDocument) => {
    const shelf = new Map<string, Node[]>();
    for (const node of ofDocument) {
      for (const key of node.shelves) {
        const list = shelf.get(key);
        if (list) list.push(node);
        else shelf.set(key, [node]);
      }
    }
    return shelf;
  });
  const pairs: Pair[] = [];
  for (const a of nodes.slice(0, -1).flat()) {
    likenessOf.hold(a.section);
    for (const key of a.shelves) {
      for (let other = a.document + 1; other < nodes.length; other += 1) {
        const shelf = shelves[other]?.get(key) ?? [];
        const from = windowStart(shelf, a.place);
        for (let at = from; at < Math.min(shelf.length, from + widestWindow); at += 1) {
          const b = shelf[at] as Node;
          if (b.comparedWith === a) continue;
          b.comparedWith = a;
          const likeness = likenessOf.to(b.section);
          if (likeness < lentFrom || (likeness < pairedFrom && !canLend(a, b))) continue;
          pairs.push({ likeness, apart: Math.abs(a.place - b.place), a, b });
        }
      }
    }
  }
  return mostAlikeFirst(pairs);
}

/** Pairs whose likeness is nearly the same are put in order among themselves: keeps sorting linear too. */
const shelvesOfLikeness = 512;

function mostAlikeFirst(pairs: readonly Pair[]): Pair[] {
  const shelves = Array.from({ length: shelvesOfLikeness }, (): Pair[] => []);
  for (const pair of pairs) {
    const shelf = Math.floor((1 - Math.min(1, pair.likeness)) * (shelvesOfLikeness - 1));
    (shelves[shelf] as Pair[]).push(pair);
  }
  return shelves.flatMap((shelf) => shelf.sort(byLikeness));
}

/** Whether one of them speaks of what is the main topic of the other. */
function canLend({ section: a }: Node, { section: b }: Node): boolean {
  return (
    a.mainTopics.includes(b.mainTopics[0] ?? '') || b.mainTopics.includes(a.mainTopics[0] ?? '')
  );
}

function byLikeness(p: Pair, q: Pair): number {
  return q.likeness - p.likeness || p.apart - q.apart;
}

/** What a section can be found under: its part of the report with each main topic, and chapters by their part alone. */
function shelfKeys({ phase, mainTopics, level }: ProfiledSection): string[] {
  const keys = mainTopics.map((topic) => `${phase} ${topic}`);
  if (level === 1) keys.push(`${phase} chapter`);
  return keys;
}

/** Where in a shelf, sorted by place, the sections nearest to `place` begin. */
function windowStart(shelf: Node[], place: number): number {
  if (shelf.length <= widestWindow) return 0;
  let low = 0;
  let high = shelf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shelf[middle] as Node).place < place) low = middle + 1;
    else high = middle;
  }
  return Math.min(Math.max(0, low - (widestWindow >> 1)), shelf.length - widestWindow);
}

function joinPairs(nodes: Node[][], pairs: Pair[]): void {
  for (const node of nodes.flat()) node.members[node.document] = node;
  for (const { likeness, a, b } of pairs) {
    if (likeness < pairedFrom) break;
    const [left, right] = [a.members, b.members];
    if (left === right || left.some((node, index) => node && right[index])) continue;
    for (const [index, node] of right.entries()) {
      if (!node) continue;
      left[index] = node;
      node.members = left;
    }
  }
}

/**
 * For a group that lacks a document: the section there that speaks of the same, though paired elsewhere;
 * never a chapter that only opens its sections.
 */
function lendSections(pairs: Pair[]): Map<Members, Node[]> {
  const lent = new Map<Members, Node[]>();
  const lend = (to: Node, section: Node): void => {
    const { members } = to;
    if (members[section.document] || section.section.isOpening) return;
    const [mainTopic] = to.section.mainTopics;
    if (mainTopic === undefined || !section.section.mainTopics.includes(mainTopic)) return;
    const already = lent.get(members) ?? [];
    if (already[section.document]) return;
    already[section.document] = section;
    lent.set(members, already);
  };
  for (const { a, b } of pairs) {
    lend(a, b);
    lend(b, a);
  }
  return lent;
}

/** The groups in the order of the first document; what only another has follows what precedes it there. */
function readingOrder(nodes: Node[][]): Members[] {
  const following = new Map<Members | null, Members | null>([[null, null]]);
  for (const ofDocument of nodes) {
    let previous: Members | null = null;
    for (const { members } of ofDocument) {
      if (!following.has(members)) {
        following.set(members, following.get(previous) ?? null);
        following.set(previous, members);
      }
      previous = members;
    }
  }
  const ordered: Members[] = [];
  for (let at = following.get(null) ?? null; at !== null; at = following.get(at) ?? null) {
    ordered.push(at);
  }
  return ordered;
}
