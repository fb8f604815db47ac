import type { DraftBlock } from './blocks.ts';

/** What is printed of a draft. Nothing in it tells with which program it was written. */
export interface DraftPaper {
  title: string;
  /** The line of the congress and the speaker's, under the title; empty: none. */
  congress: string;
  speaker: string;
  blocks: readonly DraftBlock[];
  /** 名词解释, as an annex; empty: none. */
  terms: readonly { term: string; explanation: string }[];
  /** Where excerpts come from, as an annex; empty: none. */
  sources: readonly string[];
  /** Larger type and wider lines, to be read out from. */
  reading: boolean;
}

/** A list at the end of the paper, one line an entry. */
export interface Annex {
  name: string;
  lines: string[];
}

/** The annexes there are, in the order they are printed. */
export function annexesOf({ terms, sources }: DraftPaper): Annex[] {
  return [
    {
      name: '名词解释',
      lines: terms.map(({ term, explanation }, at) => `${at + 1}．${term}：${explanation}`),
    },
    { name: '引文来源', lines: sources.map((source, at) => `${at + 1}．${source}`) },
  ].filter(({ lines }) => lines.length > 0);
}

/** The paper as bare lines, a blank one between its parts. */
export function paperLines(paper: DraftPaper): string[] {
  const { title, congress, speaker, blocks } = paper;
  return [
    ...[title, congress, speaker].filter((line) => line !== ''),
    '',
    ...blocks.map(({ text }) => text),
    ...annexesOf(paper).flatMap(({ name, lines }) => ['', name, ...lines]),
    '',
  ];
}
