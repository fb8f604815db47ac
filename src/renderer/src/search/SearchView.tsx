import {
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import type { SearchFacets } from '../../../shared/contract/routes/search.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import { displayPunctuation } from '../../../shared/text/display.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation, useScrollMemory } from '../navigation/navigation.tsx';
import type { SearchRoute } from '../navigation/route.ts';
import { Button } from '../ui/Button.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import { Filters } from './Filters.tsx';
import { FrequencyPanel } from './FrequencyPanel.tsx';
import { HitList } from './HitList.tsx';
import { NamedFigures } from './NamedFigures.tsx';
import { NoHits } from './NoHits.tsx';
import { expansionsFor, filtersOf, narrowingOf, withoutFilters } from './narrowing.ts';
import { PlaceOffers } from './PlaceOffers.tsx';
import { QueryBox } from './QueryBox.tsx';
import { ResultsBar } from './ResultsBar.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { Synonyms } from './Synonyms.tsx';
import './search.css';
import { TownTotals } from './TownTotals.tsx';
import { useBehindHits } from './useBehindHits.ts';
import { useFound } from './useFound.ts';
import { useWhenIdle } from './useWhenIdle.ts';

const PAGE = 50;
const NO_YEARS: SearchFacets['planYears'] = [];

/** Every occurrence of the words in all reports and notes, exactly counted. */
export function SearchView({ route }: { route: SearchRoute }) {
  const { go, replace } = useNavigation();
  const box = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const { hadPosition } = useScrollMemory(area, 'hits');

  const { query, show, limit = PAGE } = route;
  const typed = query.trim() !== '';
  const asked = typed && parseQuery(query).terms.length > 0;
  const narrowing = useMemo(() => narrowingOf(route), [route]);
  const first = show === 'years' ? 'newest' : 'home';
  const found = useFound(typed ? { ...narrowing, limit, first } : null);
  const beside = useWhenIdle(useBehindHits(asked ? narrowing : null, found.loading));
  const counted = useRequest('search.facets', beside, { keepPrevious: true });
  const facets = useWhenIdle(counted.value);
  // The counts beside the hits are still those of the words before.
  const countsLag = asked && (beside !== narrowing || counted.loading || facets !== counted.value);
  const { value } = found;
  // What was typed is drawn at once, the hits behind it in a task of their own.
  const listed = useDeferredValue(value);
  const isEmpty = asked && value?.total === 0 && !found.loading;

  useEffect(() => {
    if (!typed) box.current?.focus();
  }, [typed]);

  const intoHits = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    area.current?.querySelector<HTMLElement>('.hit')?.focus();
  };
  const latest = useRef(route);
  latest.current = route;
  const change = useCallback(
    (part: Partial<SearchRoute>) => replace({ ...latest.current, ...part, limit: undefined }),
    [replace],
  );
  const clear = useCallback(() => replace(withoutFilters(latest.current)), [replace]);
  const ask = (next: string) =>
    change({ query: next, expansions: expansionsFor(next, route.expansions) });

  return (
    <SplitView
      id="search"
      left={{
        name: '筛选',
        content: (
          <div className="filters-frame" aria-busy={countsLag}>
            <Filters
              {...filtersOf(route)}
              facets={asked ? facets : undefined}
              onChange={change}
              onClear={clear}
            />
          </div>
        ),
        width: 208,
        min: 160,
        max: 320,
        drawerBelow: 800,
      }}
      right={
        asked && facets && value && value.total > 0
          ? {
              name: '各地合计',
              content: <TownTotals facets={facets} />,
              width: 228,
              min: 180,
              max: 360,
              drawerBelow: 1100,
            }
          : undefined
      }
    >
      <h1 className="visually-hidden">检索</h1>
      <div className="search-head">
        <QueryBox ref={box} query={query} onQuery={ask} onKeyDown={intoHits} />
        <PlaceOffers query={query} onChoose={ask} />
        {asked && <Synonyms route={route} onChange={(expansions) => change({ expansions })} />}
        {!asked && <SavedSearches route={route} />}
      </div>
      {asked && <ResultsBar route={route} found={value} onChange={(next) => replace(next)} />}
      {asked && <NamedFigures query={query} />}
      <div ref={area} className="search-hits scroll">
        {found.error && <FailureState message={found.error.message} onRetry={found.refresh} />}
        {!typed && (
          <EmptyState title="搜什么都行，一个字起">
            空格隔开的词须同在一节；加引号照原样找；“-词”排除；“甲 近10
            乙”找相距十字以内的；“标题:”“批注:”只找标题或批注。标点全角半角不论，“10544.4”这样的数字也能搜。
          </EmptyState>
        )}
        {typed && !asked && value?.hint && <EmptyState title={displayPunctuation(value.hint)} />}
        {isEmpty && <NoHits route={route} facets={facets} onChange={(next) => replace(next)} />}
        {asked && value && value.total > 0 && show === 'frequency' && (
          <FrequencyPanel route={route} />
        )}
        {asked && value && listed && value.hits.length > 0 && show !== 'frequency' && (
          <>
            <HitList
              hits={listed.hits}
              groups={listed.groups}
              reports={listed.reports}
              years={show === 'years' ? (facets?.planYears ?? NO_YEARS) : null}
              returning={hadPosition}
              box={box}
              go={go}
            />
            {value.hits.length >= limit ? (
              <Button
                className="more-hits"
                onClick={() => replace({ ...route, limit: limit + PAGE * 2 })}
              >
                再列一些
              </Button>
            ) : (
              <p className="hits-end quiet">以上为全部命中。</p>
            )}
          </>
        )}
      </div>
    </SplitView>
  );
}
