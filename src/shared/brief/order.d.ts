import type { BriefPartName, BriefSpec } from './spec.ts';

declare const POINT_KINDS: readonly ['borrow', 'check'];
export type PointKind = (typeof POINT_KINDS)[number];
/** The parts in printed order, and whether notes are printed beside their passages. */
export declare function orderParts({ parts, excerpts }: Pick<BriefSpec, 'parts' | 'excerpts'>): {
  order: BriefPartName[];
  withNotes: boolean;
};
