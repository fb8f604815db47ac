import { readFileSync } from 'node:fs';
import { draftOf, topicVocabulary } from '../review/draft.cases.ts';
import { compareByTopic } from './compareByTopic.ts';
import type { TopicScore } from './topicCells.cases.ts';

interface LabelledSentence {
  text: string;
  start: number;
  end: number;
  must: string[];
  may: string[];
}

interface LabelledReport {
  text: string;
  sentences: LabelledSentence[];
}

/** The twelve topics the hand list of the sample is about. */
const scoredTopics = [
  'T03',
  'T06',
  'T07',
  'T09',
  'T10',
  'T11',
  'T12',
  'T13',
  'T14',
  'T16',
  'T17',
  'T18',
];

/** Reads a file of tests/fixtures/comparison: the first lines of unseen-towns.txt say how it is written. */
function readLabelled(name: string): LabelledReport[] {
  const file = new URL(`../../../tests/fixtures/comparison/${name}.txt`, import.meta.url);
  const reports: LabelledReport[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('//') || line === '') continue;
    if (line.startsWith('= ')) {
      reports.push({ text: '', sentences: [] });
      continue;
    }
    const report = reports.at(-1) as LabelledReport;
    if (line.startsWith('# ')) {
      report.text += `\n${line.slice(2)}\n`;
      continue;
    }
    const labels = /^(?:(?:~?T\d\d|-) )+/u.exec(line)?.[0] ?? '';
    const text = line.slice(labels.length);
    const all = labels.trim().split(' ');
    const start = report.text.length;
    report.text += text;
    report.sentences.push({
      text,
      start,
      end: report.text.length,
      must: all.filter((label) => label.startsWith('T')),
      may: all.filter((label) => label.startsWith('~')).map((label) => label.slice(1)),
    });
  }
  return reports;
}

/** Scores the matrix of synthetic reports of other provinces against labels given before it was made. */
export function scoreUnseenCells(name: 'unseen-towns' | 'unseen-later'): TopicScore[] {
  const reports = readLabelled(name);
  const documents = reports.map(({ text }) => draftOf({ text }).document);
  const { topics } = compareByTopic(documents, topicVocabulary);
  return scoredTopics.map((topic) => {
    const score: TopicScore = {
      topic,
      wanted: 0,
      found: 0,
      shown: 0,
      fitting: 0,
      missed: [],
      wrong: [],
    };
    for (const [column, { text, sentences }] of reports.entries()) {
      const shown = topics.find(({ id }) => id === topic)?.cells[column]?.passages ?? [];
      for (const sentence of sentences.filter(({ must }) => must.includes(topic))) {
        score.wanted += 1;
        const found = shown.some(({ start, end }) => start < sentence.end && sentence.start < end);
        if (found) score.found += 1;
        else score.missed.push(sentence.text);
      }
      for (const { start, end } of shown) {
        // A heading is shown with the sentences below it: it is no claim about any of them.
        const under = sentences.filter((one) => start < one.end && one.start < end);
        if (under.length === 0) continue;
        score.shown += 1;
        if (under.some(({ must, may }) => must.includes(topic) || may.includes(topic))) {
          score.fitting += 1;
        } else score.wrong.push(text.slice(start, end));
      }
    }
    return score;
  });
}
