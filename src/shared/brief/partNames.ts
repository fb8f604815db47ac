/** The parts of a brief that stand one after the other, each at most once. */
export const briefPartNames = [
  'editor-note',
  'indicators',
  'topics',
  'borrow',
  'check',
  'sources',
  'glossary',
] as const;
export type BriefPartName = (typeof briefPartNames)[number];
