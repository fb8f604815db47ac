import { readFileSync } from 'node:fs';
import type { Span } from '../report/report.ts';
import { draftOf, sampleReport, topicVocabulary } from '../review/draft.cases.ts';
import { compareByTopic } from './compareByTopic.ts';
import { cutSentences } from './sentences.ts';

/** How the cells of one topic compare with what a reader put in them by hand. */
export interface TopicScore {
  topic: string;
  /** Sentences a careful reader would put in the cells, and how many of them stand there. */
  wanted: number;
  found: number;
  /** Passages in the cells, and how many of them belong or do no harm there. */
  shown: number;
  fitting: number;
  missed: string[];
  wrong: string[];
}

type Labels = Record<string, Record<string, { must: string[]; may: string[] }>>;

const towns = ['昌城镇', '皇华镇', '井沟镇'] as const;

/** Scores the matrix of the three town reports against tests/fixtures/comparison/topic-cells.json. */
export function scoreTopicCells(): TopicScore[] {
  const file = new URL('../../../tests/fixtures/comparison/topic-cells.json', import.meta.url);
  const { topics } = JSON.parse(readFileSync(file, 'utf8')) as { topics: Labels };
  const documents = towns.map((town) => draftOf(sampleReport(town)).document);
  const matrix = compareByTopic(documents, topicVocabulary);
  return Object.entries(topics).map(([topic, byTown]) => {
    const score: TopicScore = {
      topic,
      wanted: 0,
      found: 0,
      shown: 0,
      fitting: 0,
      missed: [],
      wrong: [],
    };
    for (const [index, town] of towns.entries()) {
      const text = documents[index]?.text ?? '';
      const sentences = cutSentences(text);
      const labelled = (quotes: string[]): Span[] =>
        quotes.map((quote) => {
          const start = text.indexOf(quote);
          return sentences.find((sentence) => sentence.start === start) ?? { start, end: start };
        });
      const must = labelled(byTown[town]?.must ?? []);
      const fitting = [...must, ...labelled(byTown[town]?.may ?? [])];
      const shown = matrix.topics.find(({ id }) => id === topic)?.cells[index]?.passages ?? [];
      for (const sentence of must) {
        score.wanted += 1;
        if (shown.some((passage) => overlap(passage, sentence))) score.found += 1;
        else score.missed.push(text.slice(sentence.start, sentence.end));
      }
      for (const passage of shown) {
        score.shown += 1;
        if (fitting.some((sentence) => overlap(passage, sentence))) score.fitting += 1;
        else score.wrong.push(text.slice(passage.start, passage.end));
      }
    }
    return score;
  });
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
