import { library } from './0010-library.ts';
import { reports } from './0020-reports.ts';
import { annotations } from './0030-annotations.ts';
import { briefs } from './0040-briefs.ts';
import { figures } from './0060-figures.ts';
import { supersededTexts } from './0070-superseded-texts.ts';
import { versions } from './0080-versions.ts';
import { rowSeals } from './0090-row-seals.ts';
import { annotationTargets } from './0110-annotation-targets.ts';
import { operations } from './0130-operations.ts';
import { sketches } from './0140-sketches.ts';
import { restoredLeftovers } from './0150-restored-leftovers.ts';
import { indicatorNames } from './0160-indicator-names.ts';
import { drafts } from './0190-drafts.ts';
import { draftPapers } from './0210-draft-papers.ts';
import { reportHeads } from './0220-report-heads.ts';

export interface Migration {
  /** Becomes `user_version` once done. */
  version: number;
  sql: string;
}

/** In the order they run. A released migration is never edited. */
export const migrations: readonly Migration[] = [
  library,
  reports,
  annotations,
  briefs,
  figures,
  supersededTexts,
  versions,
  rowSeals,
  annotationTargets,
  operations,
  sketches,
  restoredLeftovers,
  indicatorNames,
  drafts,
  draftPapers,
  reportHeads,
];
