import type { Section, SectionRole, Span, TopicPassage } from '../report/report.ts';
import { normaliseForSearch } from '../text/normalise.ts';
import type { CellPassage, TopicRow } from './compareByTopic.ts';
import { pathTo, roleOf } from './passagePlace.ts';

/** 回顾, 部署, 实事, 问题, 全文: which parts of the reports are shown. */
export const parts = ['review', 'plan', 'livelihood', 'shortcomings', 'all'] as const;
export type Part = (typeof parts)[number];

export const PART_NAMES: Record<Part, string> = {
  review: '回顾',
  plan: '部署',
  livelihood: '实事',
  shortcomings: '问题',
  all: '全文',
};

const ROLES_OF: Record<Exclude<Part, 'all'>, readonly SectionRole[]> = {
  review: ['review'],
  plan: ['requirements', 'targets', 'tasks', 'livelihood', 'self-government'],
  livelihood: ['livelihood'],
  shortcomings: ['shortcomings'],
};

/** How much of a cell is shown where its row is not opened: one line, two lines with their place, all. */
export const densities = ['line', 'brief', 'whole'] as const;
export type Density = (typeof densities)[number];

/** What of the table of topics is in sight, on the screen and on paper. */
export interface TopicsFilter {
  part: Part;
  /** Words typed, parted by blanks: a passage has all of them. */
  words: string;
  /** Ids of the topics wanted; empty: all. */
  topics: readonly string[];
}

export interface ShownCell {
  documentId: string;
  passages: CellPassage[];
  scattered: boolean;
  /** Nothing in this part, but so many in another. */
  elsewhere: { part: Part; count: number } | null;
}

export interface ShownRow {
  id: string;
  name: string;
  cells: ShownCell[];
}

/** The words a passage must have, as they are compared. */
export function wantedWords(words: string): string[] {
  return words.split(/\s+/u).filter(Boolean).map(normaliseForSearch);
}

/**
 * The rows and passages that are left by part, words and topics. A topic called by the words comes
 * first and keeps all it has.
 */
export function viewTopics(
  topics: readonly TopicRow[],
  reports: readonly { text: string }[],
  { part, words, topics: wantedTopics }: TopicsFilter,
): ShownRow[] {
  const wanted = wantedWords(words);
  const texts = wanted.length > 0 ? reports.map(({ text }) => normaliseForSearch(text)) : [];
  const called: ShownRow[] = [];
  const others: ShownRow[] = [];
  for (const { id, name, cells } of topics) {
    if (wantedTopics.length > 0 && !wantedTopics.includes(id)) continue;
    const named = wanted.every((word) => name.includes(word));
    const shown = cells.map((cell, column): ShownCell => {
      const worded = named
        ? cell.passages
        : cell.passages.filter(({ start, end }) => {
            const passage = texts[column]?.slice(start, end) ?? '';
            return wanted.every((word) => passage.includes(word));
          });
      const passages = worded.filter(({ role }) => isIn(part, role));
      return {
        documentId: cell.documentId,
        passages,
        scattered: cell.scattered,
        elsewhere: passages.length === 0 ? fullestPart(worded) : null,
      };
    });
    const found = shown.some(({ passages, elsewhere }) => passages.length > 0 || elsewhere);
    if (named) called.push({ id, name, cells: shown });
    else if (found) others.push({ id, name, cells: shown });
  }
  return [...called, ...others];
}

/** The row of what belongs to no topic. */
export const UNSORTED = 'none';

/** A report as far as what stands outside all topics is looked for in it. */
export interface OutsideSource {
  documentId: string;
  text: string;
  sections: readonly Section[];
  passages: readonly TopicPassage[];
}

/** 未归主题: the sentences that stand in no row, so that nothing of a report is out of sight. */
export function outsideTopics(
  topics: readonly TopicRow[],
  reports: readonly OutsideSource[],
): TopicRow {
  return {
    id: UNSORTED,
    name: '未归主题',
    cells: reports.map(({ documentId, text, sections, passages }, column) => {
      const told = new Set(
        topics.flatMap(({ cells }) => cells[column]?.passages.map(({ start }) => start) ?? []),
      );
      const left = passages.filter(
        ({ start, end }) => !told.has(start) && /[\p{L}\p{N}]/u.test(text.slice(start, end)),
      );
      return {
        documentId,
        passages: left.map(({ start, end }) => ({
          start,
          end,
          role: roleOf(pathTo(sections, start)),
        })),
        scattered: false,
      };
    }),
  };
}

export function isIn(part: Part, role: SectionRole | null): boolean {
  return part === 'all' || (role !== null && ROLES_OF[part].includes(role));
}

/** A number with what it counts: 投资430万元, 4774户, 15.1%; years, slogans and documents are none. */
const STATED_AMOUNT =
  /\d[余多]?[百千万亿]*(?:元|亩|公顷|公里|米|吨|[户人家个处件项座条所台盏株头]|[%％倍])/u;

/**
 * What a folded cell shows: the first passage that stands under a heading on the topic and states an
 * amount, since figures are what is compared first; then the first that does either; then the first of all.
 * An amount counts only where the passage speaks of the topic before any other.
 */
export function leadOf<P extends Span>(
  passages: readonly P[],
  report: { text: string; sections: readonly Section[]; passages: readonly TopicPassage[] },
  topic: string,
): P | undefined {
  const spokenOf = [...report.passages, ...report.sections];
  const isOnTopic = ({ start }: P): boolean =>
    pathTo(report.sections, start).some(({ topics }) => topics.includes(topic));
  const statesAmount = ({ start, end }: P): boolean =>
    spokenOf.find((one) => one.start === start)?.topics[0] === topic &&
    STATED_AMOUNT.test(report.text.slice(start, end));
  const worth = (passage: P): number => Number(isOnTopic(passage)) + Number(statesAmount(passage));
  return passages.reduce<P | undefined>(
    (best, passage) => (best === undefined || worth(passage) > worth(best) ? passage : best),
    undefined,
  );
}

function fullestPart(passages: readonly CellPassage[]): ShownCell['elsewhere'] {
  if (passages.length === 0) return null;
  const counts = (['review', 'plan', 'shortcomings'] as const).map((part) => ({
    part,
    count: passages.filter(({ role }) => isIn(part, role)).length,
  }));
  const fullest = counts.reduce((best, each) => (each.count > best.count ? each : best));
  return fullest.count > 0 ? fullest : { part: 'all', count: passages.length };
}
