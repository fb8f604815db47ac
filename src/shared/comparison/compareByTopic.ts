import type { TopicVocabulary } from '../report/knowledge.ts';
import type { SectionRole, Span } from '../report/report.ts';
import type { ComparedDocument } from './document.ts';
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
  const columns = documents.map(topicCells);
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
    coverage: documents.map(({ text, analysis }) => {
      const covered = analysis.passages
        .filter(({ topics }) => topics.length > 0)
        .reduce((sum, { start, end }) => sum + end - start, 0);
      return text.length === 0 ? 0 : covered / text.length;
    }),
  };
}

function topicCells(document: ComparedDocument): Map<string, TopicCell> {
  const bodies = sectionBodies(document, { items: true });
  const cells = new Map<string, TopicCell>();
  for (const { start, end, topics } of document.analysis.passages) {
    const body = bodyAt(bodies, start);
    for (const topic of topics) {
      const cell = cells.get(topic) ?? {
        documentId: document.documentId,
        passages: [],
        scattered: true,
      };
      cells.set(topic, cell);
      cell.passages.push({ start, end, role: body?.role ?? null });
      if (body?.topics.includes(topic)) cell.scattered = false;
    }
  }
  return cells;
}
