import { useMemo } from 'react';
import type { Output } from '../../../../shared/contract/routes.ts';
import type { Span } from '../../../../shared/report/report.ts';
import { useRequest } from '../../bridge/useRequest.ts';

export interface Wording {
  shared: Output<'comparison.shared'>['passages'];
  own: Output<'comparison.onlyIn'>['reports'];
}

/** What the reports have in common and what each has alone; asked for only while `wanted`. */
export function useWording(ids: string[], wanted: boolean): Wording | undefined {
  const question = wanted ? { ids } : null;
  const { value: shared } = useRequest('comparison.shared', question);
  const { value: own } = useRequest('comparison.onlyIn', question);
  return useMemo(
    () => shared && own && { shared: shared.passages, own: own.reports },
    [shared, own],
  );
}

export interface MarkedWording {
  shared: readonly Span[];
  own: readonly Span[];
}

/** What to mark in one report. Fixed formulas are nobody's wording, so they stay unmarked. */
export function wordingOf({ shared, own }: Wording, documentId: string): MarkedWording {
  return {
    shared: shared
      .filter(({ formula }) => !formula)
      .flatMap(({ places }) => places.filter((place) => place.documentId === documentId)),
    own: own.find((report) => report.documentId === documentId)?.terms ?? [],
  };
}
