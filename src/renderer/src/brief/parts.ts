import { orderParts } from '../../../shared/brief/order.ts';
import { type BriefPartName, briefPartNames } from '../../../shared/brief/partNames.ts';
import type { BriefDraft } from './draft.ts';

export type { BriefPartName };

/** The usual headings, which the person may change. */
export const PART_NAMES: Readonly<Record<BriefPartName, string>> = {
  'editor-note': '编者按',
  indicators: '主要指标对照表',
  topics: '分专题摘编',
  borrow: '可借鉴的提法与做法',
  check: '数据核对单',
  sources: '来源清单',
  glossary: '名词解释',
};

/** What of a brief is printed, in its order, and whether notes stand beside their passages. */
export interface Arrangement {
  parts: BriefPartName[];
  withNotes: boolean;
}

export function arrangementOf({ parts = [], excerpts = [] }: BriefDraft): Arrangement {
  const { order, withNotes } = orderParts({ parts, excerpts });
  return { parts: order, withNotes };
}

export function arrange(draft: BriefDraft, { parts, withNotes }: Arrangement): BriefDraft {
  return { ...draft, parts: withNotes ? [...parts, 'notes'] : parts };
}

/** Every part, those that are printed first and in their order. */
export function listParts({ parts }: Arrangement): BriefPartName[] {
  return [...parts, ...briefPartNames.filter((name) => !parts.includes(name))];
}

/** Takes a part out, or puts it in where it usually stands. */
export function togglePart({ parts, withNotes }: Arrangement, name: BriefPartName): Arrangement {
  if (parts.includes(name)) return { parts: parts.filter((each) => each !== name), withNotes };
  const usual = briefPartNames.indexOf(name);
  const at = parts.findIndex((each) => briefPartNames.indexOf(each) > usual);
  return { parts: parts.toSpliced(at < 0 ? parts.length : at, 0, name), withNotes };
}

/** The list with what stood at `from` at `to`; unchanged where there is no such place. */
export function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = list[from];
  if (moved === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, moved);
}
