import type { Output } from '../../../../shared/contract/routes.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { SectionRole } from '../../../../shared/report/report.ts';
import { normaliseForSearch } from '../../../../shared/text/normalise.ts';
import { pathTo, roleOf } from './passagePlace.ts';

type Topic = Output<'comparison.topics'>['topics'][number];
export type Passage = Topic['cells'][number]['passages'][number];

/** 回顾, 部署, 问题, 全文: which parts of the reports are shown. */
export type Part = 'review' | 'plan' | 'shortcomings' | 'all';

export const PARTS: { value: Part; label: string }[] = [
  { value: 'review', label: '回顾' },
  { value: 'plan', label: '部署' },
  { value: 'shortcomings', label: '问题' },
  { value: 'all', label: '全文' },
];

const ROLES_OF: Record<Exclude<Part, 'all'>, readonly SectionRole[]> = {
  review: ['review'],
  plan: ['requirements', 'targets', 'tasks', 'livelihood', 'self-government'],
  shortcomings: ['shortcomings'],
};

/** How much of a cell is shown where its row is not opened: one line, two lines with their place, all. */
export type Density = 'line' | 'brief' | 'whole';

export interface TopicsView {
  part: Part;
  /** Words typed, parted by blanks: a passage has all of them. */
  words: string;
  density: Density;
  /** Topics whose rows are opened. */
  open: readonly string[];
  /** The passage that had the focus last, to come back to: its topic, its report, its start. */
  last: string | null;
}

export const FIRST_VIEW: TopicsView = {
  part: 'all',
  words: '',
  density: 'brief',
  open: [],
  last: null,
};

export interface ShownCell {
  documentId: string;
  passages: Passage[];
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
 * The rows and passages that are left by part and words. A topic called by the words comes first and
 * keeps all it has.
 */
export function viewTopics(
  topics: readonly Topic[],
  reports: readonly Pick<ReportDetail, 'text'>[],
  { part, words }: Pick<TopicsView, 'part' | 'words'>,
): ShownRow[] {
  const wanted = wantedWords(words);
  const texts = wanted.length > 0 ? reports.map(({ text }) => normaliseForSearch(text)) : [];
  const called: ShownRow[] = [];
  const others: ShownRow[] = [];
  for (const { id, name, cells } of topics) {
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

/** 未归主题: the sentences no topic was found for, so that nothing of a report is out of sight. */
export function outsideTopics(
  topics: readonly Topic[],
  reports: readonly Pick<ReportDetail, 'summary' | 'text' | 'sections' | 'passages'>[],
): Topic {
  return {
    id: UNSORTED,
    name: '未归主题',
    cells: reports.map(({ summary, text, sections, passages }, column) => {
      const told = new Set(
        topics.flatMap(({ cells }) => cells[column]?.passages.map(({ start }) => start) ?? []),
      );
      const left = passages.filter(
        ({ start, end, topics: own }) =>
          own.length === 0 && !told.has(start) && /[\p{L}\p{N}]/u.test(text.slice(start, end)),
      );
      return {
        documentId: summary.id,
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

function fullestPart(passages: readonly Passage[]): ShownCell['elsewhere'] {
  if (passages.length === 0) return null;
  const parts = (['review', 'plan', 'shortcomings'] as const).map((part) => ({
    part,
    count: passages.filter(({ role }) => isIn(part, role)).length,
  }));
  const fullest = parts.reduce((best, each) => (each.count > best.count ? each : best));
  return fullest.count > 0 ? fullest : { part: 'all', count: passages.length };
}
