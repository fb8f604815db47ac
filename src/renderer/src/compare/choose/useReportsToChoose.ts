import { useMemo } from 'react';
import type { ReportSummary } from '../../../../shared/contract/schemas/report.ts';
import { useRequest } from '../../bridge/useRequest.ts';
import { usePreferences } from '../../preferences/preferences.tsx';
import { listToChoose, ownReport, type Peer } from './reportOrder.ts';

const NONE: readonly Peer[] = [];

/**
 * What there is to choose, as far as it answers to what was typed: suggestions go out from the first
 * report chosen, else from the newest of the person's own town.
 */
export function useReportsToChoose(chosen: readonly string[], typed: string) {
  const { homeLocality: home } = usePreferences().settings;
  const list = useRequest('reports.list', {});
  const reports: readonly ReportSummary[] | undefined = list.value?.reports;
  const base = chosen[0] ?? (reports && ownReport(reports, home)?.id);
  const peers =
    useRequest('comparison.peers', base === undefined ? null : { id: base }, {
      keepPrevious: true,
    }).value?.peers ?? NONE;
  const listed = useMemo(
    () => reports && listToChoose(reports, { typed, home, peers }),
    [reports, typed, home, peers],
  );
  return { listed, peers, home, error: list.error, refresh: list.refresh };
}
