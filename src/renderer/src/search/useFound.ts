import { useEffect, useRef, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/routes.ts';
import { useRequest } from '../bridge/useRequest.ts';

/**
 * Asks for a page of hits before its total is sure, and then for the total. Where a report is found by
 * its title alone the page is asked for once more, counted: such a report comes first.
 */
export function useFound(input: Input<'search.run'> | null) {
  const [countedFirst, setCountedFirst] = useState<string>();
  const key = JSON.stringify(input);
  const pageFirst = countedFirst !== key;
  const found = useRequest('search.run', input && { ...input, pageFirst }, { keepPrevious: true });
  const { value, loading } = found;
  const isEstimate = value !== undefined && !value.exact && !loading;
  const counted = useRequest('search.count', isEstimate && input ? toCount(input, value) : null);
  const byTitle = counted.value?.byTitle ?? 0;
  useEffect(() => {
    if (byTitle > 0) setCountedFirst(key);
  }, [byTitle, key]);
  // While the next page is under way the one before keeps its counts.
  const shown = useRef({ page: value, counted: value });
  if (!loading || shown.current.page !== value) {
    const exact = value && counted.value && { ...value, ...counted.value, exact: true };
    shown.current = { page: value, counted: exact ?? value };
  }
  return { ...found, value: shown.current.counted };
}

function toCount(input: Input<'search.run'>, { reports }: Output<'search.run'>) {
  const { limit: _l, first: _f, pageFirst: _p, allOffsets: _a, ...narrowing } = input;
  return { ...narrowing, documentIds: reports.map(({ id }) => id) };
}
