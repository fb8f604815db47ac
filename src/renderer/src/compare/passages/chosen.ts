import type { Span } from '../../../../shared/report/report.ts';

/** A passage of one of the compared reports that the person is about to do something with. */
export interface ChosenPassage extends Span {
  documentId: string;
  /** The row of the table it was taken from; absent where it was taken from the text. */
  topic?: string;
}

/** A note ties so many passages. */
export const MOST_CHOSEN = 16;

export function isChosen(chosen: readonly ChosenPassage[], passage: ChosenPassage): boolean {
  return chosen.some((each) => isSame(each, passage));
}

/** Takes a passage in, or out where it is in; no more than can be tied together. */
export function toggleChosen(
  chosen: readonly ChosenPassage[],
  passage: ChosenPassage,
): readonly ChosenPassage[] {
  if (isChosen(chosen, passage)) return chosen.filter((each) => !isSame(each, passage));
  return chosen.length < MOST_CHOSEN ? [...chosen, passage] : chosen;
}

function isSame(a: ChosenPassage, b: ChosenPassage): boolean {
  return a.documentId === b.documentId && a.start === b.start && a.end === b.end;
}

/** How many passages of how many reports: 3 段（昌城镇、皇华镇）. */
export function chosenWords(
  chosen: readonly ChosenPassage[],
  nameOf: (documentId: string) => string,
): string {
  const names = [...new Set(chosen.map(({ documentId }) => documentId))].map(nameOf);
  return `${chosen.length} 段（${names.join('、')}）`;
}
