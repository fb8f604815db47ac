import type { TopicVocabulary } from '../report/knowledge.ts';
import type { SectionRole, Span, TopicPassage } from '../report/report.ts';
import type { ComparedDocument } from './document.ts';
import { roleFinder } from './roleFinder.ts';
import { bodyAt, type SectionBody, sectionBodies } from './sectionBodies.ts';

/** A sentence of a cell, with the part of the report it comes from. */
export interface CellPassage extends Span {
  role: SectionRole | null;
}

export interface TopicCell {
  documentId: string;
  /** In reading order. Empty: 未提及, which is not 0. */
  passages: CellPassage[];
  /** 散见: there are passages, but under no heading of their own. */
  scattered: boolean;
}

export interface TopicRow {
  id: string;
  name: string;
  /** One for each document, in the order given. */
  cells: TopicCell[];
}

export interface TopicComparison {
  /** Every topic of the vocabulary, in its order. */
  topics: TopicRow[];
  /** For each document the share of its characters that stand in some topic, 0…1. */
  coverage: number[];
}

/** The matrix of topics × reports. A sentence stands in the row of every topic it speaks of. */
export function compareByTopic(
  documents: readonly ComparedDocument[],
  vocabulary: TopicVocabulary,
): TopicComparison {
  const words = tellingWords(vocabulary);
  const columns = documents.map((document) => topicCells(document, words));
  return {
    topics: vocabulary.map(({ id, name }) => ({
      id,
      name,
      cells: columns.map(
        ({ cells }, index) =>
          cells.get(id) ?? {
            documentId: (documents[index] as ComparedDocument).documentId,
            passages: [],
            scattered: false,
          },
      ),
    })),
    coverage: columns.map(({ covered }, index) => {
      const { length } = (documents[index] as ComparedDocument).text;
      return length === 0 ? 0 : covered / length;
    }),
  };
}

/** From so many characters on a word of a topic's list tells the topic on its own: 安全生产, 招商引资. */
const tellingLength = 4;
/** In these parts such a word is courtesy or a name. */
const formalParts = new Set<SectionRole | null>(['opening', 'closing', null]);

/** The words that decide for a topic, by their first two characters; those of one character by that. */
type TellingWords = ReadonlyMap<string, { word: string; topic: string }[]>;

function tellingWords(vocabulary: TopicVocabulary): TellingWords {
  const byBeginning = new Map<string, { word: string; topic: string }[]>();
  for (const { id, strong } of vocabulary) {
    for (const word of strong) {
      const beginning = word.slice(0, 2);
      const list = byBeginning.get(beginning) ?? [];
      byBeginning.set(beginning, list);
      list.push({ word, topic: id });
    }
  }
  return byBeginning;
}

/** Topics with a deciding word in the text; `telling` are those whose word is long enough to tell alone. */
function topicsNamed(text: string, words: TellingWords): { all: Set<string>; telling: string[] } {
  const all = new Set<string>();
  const telling: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const length of [1, 2]) {
      for (const { word, topic } of words.get(text.slice(at, at + length)) ?? []) {
        if (!text.startsWith(word, at)) continue;
        all.add(topic);
        if (word.length >= tellingLength) telling.push(topic);
      }
    }
  }
  return { all, telling };
}

/**
 * A sentence that names several things (统筹做好安全生产、环境保护、信访稳定) keeps only its main topics in
 * the analysis; a reader looks for it in the row of each. And one that names nothing has the topic of what
 * stands around it there: it is put in the row only where the heading above speaks of it too.
 */
function topicCells(
  document: ComparedDocument,
  words: TellingWords,
): { cells: Map<string, TopicCell>; covered: number } {
  const bodies = sectionBodies(document, { items: true });
  const headed = new Map<SectionBody, Set<string>>();
  const roleAt = roleFinder(document);
  const cells = new Map<string, TopicCell>();
  let covered = 0;
  for (const { start, end, topics } of topicPassages(document)) {
    const text = document.text.slice(start, end);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const body = bodyAt(bodies, start);
    const role = roleAt(start);
    const decided = document.topicsDecided?.some((one) => one.start < end && start < one.end);
    const named = topicsNamed(text, words);
    const heading = body && (headed.get(body) ?? topicsNamed(body.heading, words).all);
    if (body && heading) headed.set(body, heading);
    const spokenOf = decided
      ? topics
      : [
          ...topics.filter((topic) => named.all.has(topic) || heading?.has(topic)),
          ...(formalParts.has(role) ? [] : named.telling),
        ];
    if (spokenOf.length > 0) covered += end - start;
    for (const topic of new Set(spokenOf)) {
      const cell = cells.get(topic) ?? {
        documentId: document.documentId,
        passages: [],
        scattered: true,
      };
      cells.set(topic, cell);
      cell.passages.push({ start, end, role });
      if (body?.topics.includes(topic)) cell.scattered = false;
    }
  }
  return { cells, covered };
}

/** The sentences, and the items of lists, which are headings all the way to their end: 7.投入600万元,改造… */
function topicPassages({ analysis }: ComparedDocument): TopicPassage[] {
  const items = analysis.sections.filter(({ nodeKind }) => nodeKind === 'item');
  return [...analysis.passages, ...items].sort((a, b) => a.start - b.start);
}
