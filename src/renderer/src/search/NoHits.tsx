import type { SearchFacets } from '../../../shared/contract/routes/search.ts';
import { parseQuery, type SearchScope } from '../../../shared/search/query.ts';
import { useRequest } from '../bridge/useRequest.ts';
import type { SearchRoute } from '../navigation/route.ts';
import { figure } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/States.tsx';
import {
  expansionsFor,
  FILTER_NAMES,
  filtersInWords,
  narrowingOf,
  withoutFilters,
  withWording,
} from './narrowing.ts';

const LOOKED_IN: Record<SearchScope, string> = {
  all: '正文、题名和批注',
  heading: '题名和各级标题',
  note: '批注',
};

/** Says what was looked through, and offers only what would find something. */
export function NoHits({
  route,
  facets,
  onChange,
}: {
  route: SearchRoute;
  facets: SearchFacets | undefined;
  onChange: (route: SearchRoute) => void;
}) {
  const ways = useRequest('search.waysOut', narrowingOf(route)).value;
  const reportCount = useRequest('library.status', {}).value?.reportCount ?? 0;
  const query = route.query.trim();
  const { scope } = parseQuery(query);
  const filters = filtersInWords(
    route,
    (id) => facets?.topics.find(({ value }) => value === id)?.name ?? '所选主题',
  );
  const nothingHelps =
    ways !== undefined &&
    ways.withoutAll + ways.without.length + ways.fewer.length + ways.wordings.length === 0;
  return (
    <EmptyState
      title={`没有找到“${query}”`}
      actions={
        <>
          {ways?.without.map(({ filter, total }) => (
            <Button
              key={filter}
              onClick={() => onChange({ ...route, [filter]: undefined, limit: undefined })}
            >
              不限{FILTER_NAMES[filter]}（{figure(total)} 处）
            </Button>
          ))}
          {ways !== undefined && ways.withoutAll > 0 && (
            <Button onClick={() => onChange(withoutFilters(route))}>
              去掉全部筛选（{figure(ways.withoutAll)} 处）
            </Button>
          )}
          {ways?.fewer.map(({ query: fewer, total, everywhere }) => (
            <Button
              key={fewer}
              onClick={() =>
                onChange({
                  ...(everywhere ? withoutFilters(route) : route),
                  query: fewer,
                  expansions: expansionsFor(fewer, route.expansions),
                })
              }
            >
              {everywhere && '不限筛选，'}只找“{fewer}”（{figure(total)} 处）
            </Button>
          ))}
          {ways?.wordings.map((pair) => (
            <Button
              key={`${pair.term} ${pair.wording}`}
              onClick={() =>
                onChange({ ...route, expansions: withWording(route.expansions, pair, true) })
              }
            >
              连同“{pair.wording}”找（{figure(pair.total)} 处）
            </Button>
          ))}
        </>
      }
    >
      {filters.length > 0
        ? `只在${filters.join('、')}之内逐字找过，没有命中。`
        : `全部 ${figure(reportCount)} 篇的${LOOKED_IN[scope]}都逐字找过，没有命中。`}
      {nothingHelps && '可以少写几个字，或换一个说法。'}
    </EmptyState>
  );
}
