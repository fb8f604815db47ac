import type { TopicVocabulary } from '../report/knowledge.ts';
import type { SectionRole, Span, TopicPassage } from '../report/report.ts';
import type { ComparedDocument } from './document.ts';
import { roleFinder } from './roleFinder.ts';
import { bodyAt, sectionBodies } from './sectionBodies.ts';

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
        (cells, index) =>
          cells.get(id) ?? {
            documentId: (documents[index] as ComparedDocument).documentId,
            passages: [],
            scattered: false,
          },
      ),
    })),
    coverage: documents.map((document) => {
      const covered = topicPassages(document)
        .filter(({ topics }) => topics.length > 0)
        .reduce((sum, { start, end }) => sum + end - start, 0);
      return document.text.length === 0 ? 0 : covered / document.text.length;
    }),
  };
}

/** From so many characters on a word of a topic's list tells the topic on its own: 安全生产, 招商引资. */
const tellingLength = 4;
/** In these parts such a word is courtesy or a name. */
const formalParts = new Set<SectionRole | null>(['opening', 'closing', null]);

/** The telling words of all topics by their first two characters. */
type TellingWords = ReadonlyMap<string, { word: string; topic: string }[]>;

function tellingWords(vocabulary: TopicVocabulary): TellingWords {
  const byBeginning = new Map<string, { word: string; topic: string }[]>();
  for (const { id, strong } of vocabulary) {
    for (const word of strong) {
      if (word.length < tellingLength) continue;
      const beginning = word.slice(0, 2);
      const list = byBeginning.get(beginning) ?? [];
      byBeginning.set(beginning, list);
      list.push({ word, topic: id });
    }
  }
  return byBeginning;
}

function topicsNamed(text: string, words: TellingWords): string[] {
  const topics: string[] = [];
  for (let at = 0; at + tellingLength <= text.length; at += 1) {
    for (const { word, topic } of words.get(text.slice(at, at + 2)) ?? []) {
      if (text.startsWith(word, at)) topics.push(topic);
    }
  }
  return topics;
}

/**
 * A sentence that names several things (统筹做好安全生产、环境保护、信访稳定) keeps only its main topics in
 * the analysis; a reader looks for it in the row of each.
 */
function topicCells(document: ComparedDocument, words: TellingWords): Map<string, TopicCell> {
  const bodies = sectionBodies(document, { items: true });
  const roleAt = roleFinder(document);
  const cells = new Map<string, TopicCell>();
  for (const { start, end, topics } of topicPassages(document)) {
    const text = document.text.slice(start, end);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const body = bodyAt(bodies, start);
    const role = roleAt(start);
    const decided = document.topicsDecided?.some((one) => one.start < end && start < one.end);
    const named = decided || formalParts.has(role) ? [] : topicsNamed(text, words);
    for (const topic of new Set([...topics, ...named])) {
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
  return cells;
}

/** The sentences, and the items of lists, which are headings all the way to their end: 7.投入600万元,改造… */
function topicPassages({ analysis }: ComparedDocument): TopicPassage[] {
  const items = analysis.sections.filter(({ nodeKind }) => nodeKind === 'item');
  return [...analysis.passages, ...items].sort((a, b) => a.start - b.start);
}
