import type { ReportSummary } from '../../../../shared/contract/schemas/report.ts';
import { isReport, shortName } from '../../report/labels.ts';
import { matchesWordsOrInitials } from '../../shell/pinyinMatches.ts';

/** A peer offered by the library, with why. */
export interface Peer {
  id: string;
  reasons: readonly string[];
}

/** The newest report of the person's own place; undefined while the settings name none. */
export function ownReport(
  reports: readonly ReportSummary[],
  home: string,
): ReportSummary | undefined {
  if (home === '') return undefined;
  return reports
    .filter(({ town, kind, newestVersion }) => town === home && isReport(kind) && !newestVersion)
    .sort((a, b) => (b.metadata.planYear ?? 0) - (a.metadata.planYear ?? 0))[0];
}

/**
 * The reports to choose from: those whose title, place or pinyin initials hold what was typed; the
 * person's own place first, then the peers, the likest first, then all others as the library lists them.
 */
export function listToChoose(
  reports: readonly ReportSummary[],
  { typed, home, peers }: { typed: string; home: string; peers: readonly Peer[] },
): ReportSummary[] {
  const words = typed.trim();
  const rank = new Map(peers.map(({ id }, at) => [id, at]));
  const place = ({ id, town }: ReportSummary) =>
    home !== '' && town === home ? -1 : (rank.get(id) ?? peers.length);
  return reports
    .filter(({ kind, newestVersion }) => isReport(kind) && newestVersion === null)
    .filter(
      (report) =>
        words === '' ||
        [report.title, shortName(report), report.place.join('')].some((text) =>
          matchesWordsOrInitials(text, words),
        ),
    )
    .sort((a, b) => place(a) - place(b));
}
