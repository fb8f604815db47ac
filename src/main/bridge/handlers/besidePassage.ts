import { pathTo, placeName, roleOf } from '../../../shared/comparison/passagePlace.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import type { Span } from '../../../shared/report/report.ts';
import { setAnew } from '../../../shared/report/wraps.ts';
import type { Draft } from '../../store/drafts.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import { summarise } from './summary.ts';

export type Beside = Output<'drafts.beside'>;
export type BesideWanted = Omit<Parsed<'drafts.beside'>, 'id'>;

/** What a shelf is asked for. */
export interface BesideQuestion extends BesideWanted {
  draft: Draft;
  /** Ids of what the section is about, the main topic first. */
  topics: string[];
}

export type BesidePassage = Beside['groups'][number]['passages'][number];

/** What is left of a heading's end is no passage. */
const SHORTEST = 8;

/** Words of a report with where they stand, as a draft takes them over. */
export function toPassage(
  { head, text, findings }: StoredReport,
  { start, end }: Span,
  lead: string | null = null,
): BesidePassage {
  const { town, title, metadata } = summarise(head);
  const path = pathTo(findings.analysis.sections, start);
  const name = `${town ?? title}${metadata.planYear === null ? '' : `${metadata.planYear}年`}报告`;
  const place = placeName(path, roleOf(path));
  return {
    documentId: head.id,
    start,
    end,
    text: setAnew(text, { start, end }),
    label: place === '' ? name : `${name}·${place}`,
    lead,
  };
}

/** Without the stop of the heading it follows; undefined where hardly anything is left. */
export function worthTaking(text: string, { start, end }: Span): Span | undefined {
  const stop = /^[\s。，；：、,;:]*/u.exec(text.slice(start, end))?.[0].length ?? 0;
  return end - start - stop < SHORTEST ? undefined : { start: start + stop, end };
}
