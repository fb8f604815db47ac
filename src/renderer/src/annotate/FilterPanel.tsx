import type { ReactNode } from 'react';
import type { NoteFacet } from '../navigation/route.ts';
import { CategoryMark } from '../note/CategoryMark.tsx';
import { type Annotation, STATE_NAMES } from '../note/categories.ts';
import { usePreferences } from '../preferences/preferences.tsx';
import { shortName } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { PanelHeader } from '../ui/Layout.tsx';
import { DayField } from './DayField.tsx';
import {
  countFacet,
  isNarrowed,
  NO_CATEGORY,
  type NoteFilters,
  narrowNotes,
  type ReportsById,
  tick,
} from './narrowing.ts';

/** What the list can be narrowed to. Nothing ticked is everything. */
export function FilterPanel({
  annotations,
  reports,
  filters,
  onChange,
}: {
  annotations: readonly Annotation[];
  reports: ReportsById;
  filters: NoteFilters;
  onChange: (filters: NoteFilters) => void;
}) {
  const { categories } = usePreferences().settings;
  const names = [...new Set(categories.map(({ name }) => name))];
  const group = (
    title: string,
    facet: NoteFacet,
    sort: (values: string[], counts: ReadonlyMap<string, number>) => string[],
    label: (value: string) => ReactNode,
  ) => {
    const counts = countFacet(annotations, filters, reports, facet);
    const ticked = filters.ticked?.[facet] ?? [];
    const total = narrowNotes(annotations, filters, reports, facet).length;
    const narrows = [...counts.values()].some((count) => count < total);
    if (!narrows && ticked.length === 0) return null;
    return (
      <fieldset>
        <legend>{title}</legend>
        {sort([...counts.keys()], counts).map((value) => (
          <Checkbox
            key={value}
            checked={ticked.includes(value)}
            onChange={() => onChange(tick(filters, facet, value))}
            label={
              <span className="note-filter">
                {label(value)}
                <span className="num quiet">{counts.get(value)}</span>
              </span>
            }
          />
        ))}
      </fieldset>
    );
  };
  const inOrder = (order: readonly string[]) => (values: string[]) =>
    order.filter((value) => values.includes(value));
  return (
    <>
      <PanelHeader
        title="筛选"
        aside={
          isNarrowed(filters) && (
            <Button size="small" variant="text" onClick={() => onChange({})}>
              清除
            </Button>
          )
        }
      />
      <div className="note-filters scroll">
        {group('类别', 'categories', inOrder([...names, NO_CATEGORY]), (value) => (
          <CategoryMark category={value === NO_CATEGORY ? null : value} />
        ))}
        {group('位置', 'states', inOrder(Object.keys(STATE_NAMES)), (value) => (
          <span>{STATE_NAMES[value as Annotation['state']]}</span>
        ))}
        {group(
          '标签',
          'tags',
          (values, counts) =>
            values.toSorted(
              (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.localeCompare(b, 'zh'),
            ),
          (value) => (
            <span>{value}</span>
          ),
        )}
        {group(
          '地区',
          'places',
          (values) => values.toSorted(),
          (value) => {
            const path = value.split('/');
            return <span style={{ paddingLeft: `${path.length - 1}em` }}>{path.at(-1)}</span>;
          },
        )}
        {group(
          '报告',
          'documents',
          (values) =>
            inOrder([...reports.keys(), ...values.filter((id) => !reports.has(id))])(values),
          (id) => {
            const report = reports.get(id);
            return <span>{report ? shortName(report) : '已移出的资料'}</span>;
          },
        )}
        <fieldset className="note-days">
          <legend>修改日期</legend>
          <DayField
            label="从"
            value={filters.from}
            onChange={(from) => onChange({ ...filters, from })}
          />
          <DayField label="到" value={filters.to} onChange={(to) => onChange({ ...filters, to })} />
        </fieldset>
      </div>
    </>
  );
}
