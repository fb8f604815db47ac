import { memo } from 'react';
import type { SearchFacets } from '../../../shared/contract/routes/search.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { KIND_NAMES, ROLE_NAMES } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { PanelHeader } from '../ui/Layout.tsx';
import { FilterLine } from './FilterLine.tsx';
import { toggleChoice } from './facets.ts';
import { type FilterChoices, filtersInWords } from './narrowing.ts';
import { PlaceFilter } from './PlaceFilter.tsx';

/**
 * What the hits can be narrowed to. Nothing ticked is everything; a number is what ticking it finds. There are
 * some sixty boxes: they are drawn again only when a count or a tick is another, not at every keystroke.
 */
export const Filters = memo(function Filters({
  facets,
  onChange,
  onClear,
  ...chosen
}: FilterChoices & {
  /** Undefined until the first count. */
  facets: SearchFacets | undefined;
  onChange: (part: FilterChoices) => void;
  onClear: () => void;
}) {
  const { go } = useNavigation();
  const narrowed = filtersInWords(chosen).length > 0;
  const topicNames = new Map(facets?.topics.map(({ value, name }) => [value, name]));
  const counted = facets !== undefined && (facets.places.length > 0 || narrowed);
  return (
    <>
      <PanelHeader
        title="筛选"
        aside={
          narrowed && (
            <Button size="small" variant="text" onClick={onClear}>
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
              chosen={chosen.places}
              peersOf={chosen.peersOf}
              onChange={(places, peersOf) => onChange({ places, peersOf })}
              onSetHome={() => go({ view: 'settings' })}
            />
            <FilterGroup
              title="部署年"
              lines={facets.planYears}
              labelOf={(year) => `${year}年`}
              chosen={chosen.planYears}
              onChange={(planYears) => onChange({ planYears })}
            />
            <FilterGroup
              title="回顾年"
              lines={facets.reviewYears}
              labelOf={(year) => `${year}年`}
              chosen={chosen.reviewYears}
              onChange={(reviewYears) => onChange({ reviewYears })}
            />
            <FilterGroup
              title="文种"
              lines={facets.kinds}
              labelOf={(kind) => KIND_NAMES[kind]}
              chosen={chosen.kinds}
              onChange={(kinds) => onChange({ kinds })}
            />
            <FilterGroup
              title="所在部分"
              lines={facets.roles}
              labelOf={(role) => ROLE_NAMES[role]}
              chosen={chosen.roles}
              onChange={(roles) => onChange({ roles })}
            />
            <FilterGroup
              title="主题"
              lines={facets.topics}
              labelOf={(topic) => topicNames.get(topic) ?? topic}
              chosen={chosen.topics}
              onChange={(topics) => onChange({ topics })}
            />
          </>
        )}
      </div>
    </>
  );
});

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
