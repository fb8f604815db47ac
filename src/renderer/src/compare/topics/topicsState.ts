import {
  type Density,
  PART_NAMES,
  type Part,
  parts,
  type TopicsFilter,
} from '../../../../shared/comparison/topicsView.ts';

export const PARTS = parts.map((value) => ({ value, label: PART_NAMES[value] })) satisfies {
  value: Part;
  label: string;
}[];

/** How the person left the table of topics. */
export interface TopicsState extends TopicsFilter {
  density: Density;
  /** Topics whose rows are opened. */
  open: readonly string[];
  /** The passage that had the focus last, to come back to: its topic, its report, its start. */
  last: string | null;
}

export const FIRST_STATE: TopicsState = {
  part: 'all',
  words: '',
  topics: [],
  density: 'brief',
  open: [],
  last: null,
};
