import { createContext, use } from 'react';
import type { ChosenPassage } from './chosen.ts';
import type { BriefTargets } from './useAddToBrief.ts';

/** What can be done with a passage wherever it is seen in the comparison. */
export interface PassageDesk {
  chosen: readonly ChosenPassage[];
  toggle: (passage: ChosenPassage) => void;
  /** Begins one note on all of these. */
  annotate: (passages: readonly ChosenPassage[]) => void;
  brief: BriefTargets;
}

const PassageDeskContext = createContext<PassageDesk | null>(null);
export const PassageDeskProvider = PassageDeskContext.Provider;

export function usePassageDesk(): PassageDesk {
  const desk = use(PassageDeskContext);
  if (desk === null) throw new Error('passages are acted on inside the comparison only');
  return desk;
}
