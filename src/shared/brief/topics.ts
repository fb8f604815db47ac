import type { TopicPassage } from '../report/report.ts';
import type { Tally } from './brief.ts';
import type { Block } from './excerpt.ts';
import { cutPassage, overlaps, withoutLeadingMark } from './passage.ts';
import type { BriefSource } from './spec.ts';

/** Together about six pages of quotations, so that a brief of three towns stays within 4–12 pages. */
const charactersForPassages = 3800;
const longestPassage = 120;
const mostPassages = 3;
const shortestPassage = 10;
const mostTopics = 6;

/** How many passages a town may fill on one topic, from the room there is for all of them. */
export function passagesPerCell(topics: number, sources: number): number {
  const each = Math.floor(charactersForPassages / longestPassage / Math.max(1, topics * sources));
  return Math.min(mostPassages, Math.max(1, each));
}

/**
 * Topics for a brief whose person named none: those of the passages they marked or chose, and, up to
 * six in all, the topics that most of the texts speak of. In the vocabulary's order.
 */
export function selectTopics(sources: BriefSource[], blocks: Block[]): string[] {
  const marked = new Set(blocks.flatMap((block) => topicOfBlock(block, null) ?? []));
  const common = commonTopics(sources).filter((topic) => !marked.has(topic));
  return [...marked, ...common.slice(0, Math.max(0, mostTopics - marked.size))].sort();
}

/** Topics by how many texts have passages on them, then by how many passages. */
function commonTopics(sources: BriefSource[]): string[] {
  const tallies = new Map<string, { towns: Set<string>; passages: number }>();
  for (const { documentId, analysis } of sources) {
    for (const { topics } of analysis.passages) {
      const first = topics[0];
      if (first === undefined) continue;
      const tally = tallies.get(first) ?? { towns: new Set(), passages: 0 };
      tally.towns.add(documentId);
      tally.passages += 1;
      tallies.set(first, tally);
    }
  }
  return [...tallies]
    .sort(([, a], [, b]) => b.towns.size - a.towns.size || b.passages - a.passages)
    .map(([topic]) => topic);
}

/** The topic a block is printed under: the person's, else the strongest of its marked words that is `allowed`. */
export function topicOfBlock(block: Block, allowed: readonly string[] | null): string | null {
  if (block.topic !== null) return block.topic;
  const marked = block.annotations.length > 0 ? block.annotations : [block];
  const topics = block.source.analysis.passages
    .filter((passage) => marked.some((span) => overlaps(span, passage)))
    .flatMap((passage) => passage.topics);
  return topics.find((topic) => allowed?.includes(topic) ?? true) ?? null;
}

/** How much a passage tells about a topic; 0 or less is not worth quoting. */
function worth(source: BriefSource, passage: TopicPassage, topic: string): number {
  const words = source.text.slice(passage.start, passage.end);
  const tellsLittle = words.length < shortestPassage || isHeading(source, passage);
  return (passage.topics[0] === topic ? 4 : 0) + (/\d/.test(words) ? 2 : 0) - (tellsLittle ? 8 : 0);
}

/** Whether a passage is little more than a heading: “二是全面推进美丽乡村建设。” */
function isHeading(source: BriefSource, passage: TopicPassage): boolean {
  const most = 0.7 * (passage.end - passage.start);
  return source.analysis.sections.some(
    ({ nodeKind, start, end }) =>
      nodeKind === 'heading' && Math.min(end, passage.end) - Math.max(start, passage.start) >= most,
  );
}

/**
 * The passages of one town on one topic: those already chosen, filled up to `most` with the most
 * telling others (the topic comes first in them, they state figures), in the order of the text.
 * Passages printed under an earlier topic (`taken`) are not quoted again.
 */
export function passagesOn(
  source: BriefSource,
  topic: string,
  chosen: Block[],
  taken: Block[],
  most: number,
): { blocks: Block[]; tally: Tally } {
  const all = source.analysis.passages.filter((passage) => passage.topics.includes(topic));
  const free = all
    .filter((passage) => ![...chosen, ...taken].some((block) => overlaps(block, passage)))
    .map((passage) => ({ passage, worth: worth(source, passage, topic) }))
    .filter((candidate) => candidate.worth > 0)
    .sort((a, b) => b.worth - a.worth || a.passage.start - b.passage.start)
    .slice(0, Math.max(0, most - chosen.length));
  const filled: Block[] = free.map(({ passage }) => ({
    ...cutPassage(source.text, withoutLeadingMark(source.text, passage), null, longestPassage),
    source,
    topic: null,
    rank: null,
    cuts: [],
    annotations: [],
  }));
  const blocks = [...chosen, ...filled].sort(
    (a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.start - b.start,
  );
  const listed = all.filter((passage) => blocks.some((block) => overlaps(block, passage))).length;
  // A passage chosen by hand counts, though the text's own topics do not name it.
  const besides = chosen.filter((block) => !all.some((passage) => overlaps(block, passage))).length;
  const { town, documentId } = source;
  return {
    blocks,
    tally: { town, documentId, total: all.length + besides, listed: listed + besides },
  };
}
