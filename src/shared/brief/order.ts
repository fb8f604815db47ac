import type { BriefPartName } from './partNames.ts';
import type { BriefSpec } from './spec.ts';

const POINT_KINDS = ['borrow', 'check'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** The parts in printed order, and whether notes are printed beside their passages. */
export function orderParts({ parts, excerpts = [] }: Pick<BriefSpec, 'parts' | 'excerpts'>): {
  order: BriefPartName[];
  withNotes: boolean;
} {
  const hasPlace = parts.includes('topics');
  const points = parts.includes('borrow') || parts.includes('check') ? [] : POINT_KINDS;
  const order = parts.flatMap((part): BriefPartName[] => {
    if (part !== 'notes' && part !== 'annotations') return [part];
    return [...(hasPlace ? [] : (['topics'] as const)), ...(part === 'annotations' ? points : [])];
  });
  if (!order.includes('topics') && excerpts.length > 0) {
    const after = order.findLastIndex((part) => part === 'editor-note' || part === 'indicators');
    order.splice(after + 1, 0, 'topics');
  }
  if (!order.includes('editor-note')) order.unshift('editor-note');
  return {
    order: [...new Set(order)],
    withNotes: parts.includes('notes') || parts.includes('annotations'),
  };
}
