import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation, useScrollMemory } from '../navigation/navigation.tsx';
import type { SearchRoute } from '../navigation/route.ts';
import { figure } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/Field.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { EmptyState, FailureState } from '../ui/States.tsx';
import { Filters } from './Filters.tsx';
import { HitList } from './HitList.tsx';
import './search.css';
import { TownTotals } from './TownTotals.tsx';

/** Waits for a pause in typing before asking. */
const PAUSE_MS = 160;
const PAGE = 50;

const NO_REPORTS: ReportSummary[] = [];

/** Every occurrence of the words in all reports and notes, exactly counted. */
export function SearchView({ route }: { route: SearchRoute }) {
  const { replace } = useNavigation();
  const box = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);
  useScrollMemory(area, 'hits');

  const reports = useRequest('reports.list', {}).value?.reports ?? NO_REPORTS;
  const byId = useMemo(() => new Map(reports.map((report) => [report.id, report])), [reports]);
  const { query, kinds, localities, years, roles, limit = PAGE } = route;
  const asked = query.trim() !== '';
  const found = useRequest(
    'search.run',
    asked ? { query, kinds, localities, years, roles, limit } : null,
    { keepPrevious: true },
  );
  const filtered = Boolean(kinds ?? localities ?? years ?? roles);
  const unfiltered = useRequest('search.run', asked && filtered ? { query, limit: 1 } : null);
  const { value } = found;
  const groups = (filtered ? unfiltered.value : value)?.groups ?? [];

  useEffect(() => {
    if (!asked) box.current?.focus();
  }, [asked]);

  const intoHits = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    if (event.nativeEvent.isComposing) return;
    event.preventDefault();
    area.current?.querySelector<HTMLElement>('.hit')?.focus();
  };
  const lift = () => replace({ view: 'search', query });

  return (
    <SplitView
      id="search"
      left={{
        name: '筛选',
        content: (
          <Filters
            route={route}
            groups={groups}
            hits={value?.hits ?? []}
            complete={value !== undefined && value.hits.length < limit}
            reports={byId}
            onChange={replace}
          />
        ),
        width: 208,
        min: 160,
        max: 320,
        drawerBelow: 800,
      }}
      right={
        asked && value && value.total > 0
          ? {
              name: '各地合计',
              content: <TownTotals groups={value.groups} complete={!filtered} reports={byId} />,
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
        <QueryBox
          ref={box}
          query={query}
          onQuery={(next) => replace({ ...route, query: next, limit: undefined })}
          onKeyDown={intoHits}
        />
        <span className="search-total num" role="status">
          {asked && value && !value.hint && (
            <>
              <strong>
                {value.exact ? '共' : '约'} {figure(value.total)} 处
              </strong>
              {value.groups.length > 0 && `，${value.groups.length} 篇`}
            </>
          )}
        </span>
      </div>
      <div ref={area} className="search-hits scroll">
        {found.error && <FailureState message={found.error.message} onRetry={found.refresh} />}
        {!asked && (
          <EmptyState title="搜什么都行，一个字起">
            空格隔开的词须同在一句；加引号照原样找。标点全角半角不论，“10544.4”这样的数字也能搜。
          </EmptyState>
        )}
        {asked && value?.hint && <EmptyState title={value.hint} />}
        {asked && value && !value.hint && value.total === 0 && (
          <NoHits query={query} filtered={filtered} onLift={lift} />
        )}
        {asked && value && value.hits.length > 0 && (
          <>
            <HitList hits={value.hits} groups={value.groups} reports={byId} box={box} />
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

/** The box being typed in; asks after a pause, and not while an input method is composing. */
function QueryBox({
  ref,
  query,
  onQuery,
  onKeyDown,
}: {
  ref: React.RefObject<HTMLInputElement | null>;
  query: string;
  onQuery: (query: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const [typed, setTyped] = useState(query);
  const [composing, setComposing] = useState(false);
  const asked = useRef(query);
  const ask = useRef(onQuery);
  ask.current = onQuery;
  const askNow = useCallback((words: string) => {
    asked.current = words;
    ask.current(words);
  }, []);

  // A query from elsewhere replaces what was typed; the box's own query never overtakes the typing.
  useEffect(() => {
    if (query === asked.current) return;
    asked.current = query;
    setTyped(query);
  }, [query]);
  useEffect(() => {
    if (composing || typed === asked.current) return;
    const timer = setTimeout(() => askNow(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, composing, askNow]);

  return (
    <SearchField
      ref={ref}
      name="检索内容"
      placeholder="输入要找的词句、数字"
      value={typed}
      onChange={setTyped}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && typed !== query) {
          askNow(typed);
        } else onKeyDown(event);
      }}
    />
  );
}

function NoHits({
  query,
  filtered,
  onLift,
}: {
  query: string;
  filtered: boolean;
  onLift: () => void;
}) {
  const { replace } = useNavigation();
  const words = query.trim().split(/\s+/);
  const fewer = words.length > 1 ? words.slice(0, -1).join(' ') : null;
  return (
    <EmptyState
      title={`没有找到“${query.trim()}”`}
      actions={
        <>
          {filtered && <Button onClick={onLift}>去掉筛选再找</Button>}
          {fewer && (
            <Button onClick={() => replace({ view: 'search', query: fewer })}>只找“{fewer}”</Button>
          )}
        </>
      }
    >
      {filtered ? '在所选范围内逐字找过，没有命中。' : '全部正文、题名和批注都逐字找过，没有命中。'}
      可以少写几个字，或换一个说法。
    </EmptyState>
  );
}
