import type { SearchHit } from '../../../shared/contract/routes/search.ts';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import type { SectionRole } from '../../../shared/report/report.ts';
import type { SearchRoute } from '../navigation/route.ts';
import { KIND_NAMES, KINDS, ROLE_NAMES, ROLES } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { PanelHeader } from '../ui/Layout.tsx';
import { countByKind, countByPlace, countByYear, type GroupCount, toggleChoice } from './facets.ts';

interface Line<V> {
  value: V;
  label: string;
  /** Absent where the number is not known for sure. */
  count?: number;
}

/** What the hits can be narrowed to, with the number of hits beside each. */
export function Filters({
  route,
  groups,
  hits,
  complete,
  reports,
  onChange,
}: {
  route: SearchRoute;
  /** Counts of the query without any filter. */
  groups: GroupCount[];
  hits: SearchHit[];
  /** True where `hits` holds every hit, so that roles can be counted from them. */
  complete: boolean;
  reports: ReadonlyMap<string, ReportSummary>;
  onChange: (route: SearchRoute) => void;
}) {
  const places = linesOf(countByPlace(groups, reports), (place) => place);
  const years = linesOf(countByYear(groups, reports), (year) => `${year}年`).sort(
    (a, b) => b.value - a.value,
  );
  const byKind = countByKind(groups, reports);
  const kinds = KINDS.filter((kind) => byKind.has(kind)).map((kind) => ({
    value: kind,
    label: KIND_NAMES[kind],
    count: byKind.get(kind),
  }));
  const { kinds: _k, localities: _l, years: _y, roles: _r, limit: _n, ...plain } = route;
  const narrowed = Boolean(route.kinds ?? route.localities ?? route.years ?? route.roles);
  return (
    <>
      <PanelHeader
        title="筛选"
        aside={
          narrowed && (
            <Button size="small" variant="text" onClick={() => onChange(plain)}>
              清除
            </Button>
          )
        }
      />
      <div className="filters scroll">
        {groups.length === 0 && (
          <p className="quiet">有命中后，可按地区、年份、文种和所在部分收窄。</p>
        )}
        <FilterGroup
          title="地区"
          lines={places}
          chosen={route.localities}
          onChange={(localities) => onChange({ ...route, localities, limit: undefined })}
        />
        <FilterGroup
          title="年份"
          lines={years}
          chosen={route.years}
          onChange={(chosen) => onChange({ ...route, years: chosen, limit: undefined })}
        />
        <FilterGroup
          title="文种"
          lines={kinds}
          chosen={route.kinds}
          onChange={(chosen) => onChange({ ...route, kinds: chosen, limit: undefined })}
        />
        <FilterGroup
          title="所在部分"
          lines={groups.length > 0 ? roleLines(hits, complete, route.roles) : []}
          chosen={route.roles}
          onChange={(roles) => onChange({ ...route, roles, limit: undefined })}
        />
      </div>
    </>
  );
}

function linesOf<V>(counts: Map<V, number>, labelOf: (value: V) => string): Line<V>[] {
  return [...counts].map(([value, count]) => ({ value, label: labelOf(value), count }));
}

/** Parts that have hits; under a filter of parts all are offered, since the others are not counted. */
function roleLines(
  hits: SearchHit[],
  complete: boolean,
  chosen: SectionRole[] | undefined,
): Line<SectionRole>[] {
  const count = (role: SectionRole) => hits.filter((hit) => hit.role === role).length;
  return ROLES.filter((role) => chosen !== undefined || count(role) > 0).map((role) => ({
    value: role,
    label: ROLE_NAMES[role],
    count: complete && (chosen?.includes(role) ?? true) ? count(role) : undefined,
  }));
}

function FilterGroup<V extends string | number>({
  title,
  lines,
  chosen,
  onChange,
}: {
  title: string;
  lines: Line<V>[];
  chosen: V[] | undefined;
  onChange: (chosen: V[] | undefined) => void;
}) {
  if (lines.length === 0) return null;
  const all = lines.map(({ value }) => value);
  return (
    <fieldset className="filter-group">
      <legend>{title}</legend>
      {lines.map(({ value, label, count }) => (
        <div key={value} className="filter-line">
          <Checkbox
            label={label}
            checked={chosen?.includes(value) ?? true}
            onChange={() => onChange(toggleChoice(chosen, all, value))}
          />
          {count !== undefined && <span className="num quiet">{count}</span>}
          {lines.length > 1 && (
            <button
              type="button"
              className="filter-only"
              aria-label={`只看${label}`}
              onClick={() => onChange([value])}
            >
              只看
            </button>
          )}
        </div>
      ))}
    </fieldset>
  );
}
