import type { SearchFacets } from '../../../shared/contract/routes/search.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import type { SearchRoute } from '../navigation/route.ts';
import { KIND_NAMES, ROLE_NAMES } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { PanelHeader } from '../ui/Layout.tsx';
import { FilterLine } from './FilterLine.tsx';
import { toggleChoice } from './facets.ts';
import { filtersInWords, withoutFilters } from './narrowing.ts';
import { PlaceFilter } from './PlaceFilter.tsx';

/** What the hits can be narrowed to. Nothing ticked is everything; a number is what ticking it finds. */
export function Filters({
  route,
  facets,
  onChange,
}: {
  route: SearchRoute;
  /** Undefined until the first count. */
  facets: SearchFacets | undefined;
  onChange: (route: SearchRoute) => void;
}) {
  const { go } = useNavigation();
  const narrowed = filtersInWords(route).length > 0;
  const change = (part: Partial<SearchRoute>) => onChange({ ...route, ...part, limit: undefined });
  const topicNames = new Map(facets?.topics.map(({ value, name }) => [value, name]));
  const counted = facets !== undefined && (facets.places.length > 0 || narrowed);
  return (
    <>
      <PanelHeader
        title="筛选"
        aside={
          narrowed && (
            <Button size="small" variant="text" onClick={() => onChange(withoutFilters(route))}>
              清除
            </Button>
          )
        }
      />
      <div className="filters scroll">
        {!counted && <p className="quiet">有命中后，可按地区、年份、文种、所在部分和主题收窄。</p>}
        {counted && (
          <>
            <PlaceFilter
              facets={facets}
              chosen={route.places}
              peersOf={route.peersOf}
              onChange={(places, peersOf) => change({ places, peersOf })}
              onSetHome={() => go({ view: 'settings' })}
            />
            <FilterGroup
              title="部署年"
              lines={facets.planYears}
              labelOf={(year) => `${year}年`}
              chosen={route.planYears}
              onChange={(planYears) => change({ planYears })}
            />
            <FilterGroup
              title="回顾年"
              lines={facets.reviewYears}
              labelOf={(year) => `${year}年`}
              chosen={route.reviewYears}
              onChange={(reviewYears) => change({ reviewYears })}
            />
            <FilterGroup
              title="文种"
              lines={facets.kinds}
              labelOf={(kind) => KIND_NAMES[kind]}
              chosen={route.kinds}
              onChange={(kinds) => change({ kinds })}
            />
            <FilterGroup
              title="所在部分"
              lines={facets.roles}
              labelOf={(role) => ROLE_NAMES[role]}
              chosen={route.roles}
              onChange={(roles) => change({ roles })}
            />
            <FilterGroup
              title="主题"
              lines={facets.topics}
              labelOf={(topic) => topicNames.get(topic) ?? topic}
              chosen={route.topics}
              onChange={(topics) => change({ topics })}
            />
          </>
        )}
      </div>
    </>
  );
}

function FilterGroup<V extends string | number>({
  title,
  lines,
  labelOf,
  chosen,
  onChange,
}: {
  title: string;
  lines: readonly { value: V; count: number }[];
  labelOf: (value: V) => string;
  chosen: V[] | undefined;
  onChange: (chosen: V[] | undefined) => void;
}) {
  const missing = (chosen ?? []).filter((value) => !lines.some((line) => line.value === value));
  const shown = [...lines, ...missing.map((value) => ({ value, count: 0 }))];
  if (shown.length === 0) return null;
  return (
    <fieldset className="filter-group">
      <legend>{title}</legend>
      {shown.map(({ value, count }) => (
        <FilterLine
          key={value}
          label={labelOf(value)}
          count={count}
          checked={chosen?.includes(value) ?? false}
          onChange={() => onChange(toggleChoice(chosen, value))}
        />
      ))}
    </fieldset>
  );
}
