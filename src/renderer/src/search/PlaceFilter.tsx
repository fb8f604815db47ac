import { useMemo, useState } from 'react';
import type { SearchFacets } from '../../../shared/contract/routes/search.ts';
import { Button } from '../ui/Button.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../ui/icons.tsx';
import { FilterLine } from './FilterLine.tsx';
import { openAtFirst, type PlaceNode, placeTree } from './facets.ts';

const keyOf = (path: readonly string[]) => path.join('/');

/** Places as a tree, a tick taking in all below; the person's own town and county stand above it. */
export function PlaceFilter({
  facets,
  chosen,
  onChange,
  onSetHome,
}: {
  facets: SearchFacets;
  chosen: string[][] | undefined;
  onChange: (chosen: string[][] | undefined) => void;
  onSetHome: () => void;
}) {
  const { places, home } = facets;
  const tree = useMemo(() => placeTree(places, chosen), [places, chosen]);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const open = useMemo(() => openAtFirst(tree), [tree]);

  const isTicked = (path: readonly string[]) =>
    chosen?.some((each) => keyOf(each) === keyOf(path)) ?? false;
  const toggle = (path: string[]) => {
    const rest = (chosen ?? []).filter((each) => keyOf(each) !== keyOf(path));
    const next = isTicked(path) ? rest : [...rest, path];
    onChange(next.length === 0 ? undefined : next);
  };
  const turn = (key: string) => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  const countOf = (path: readonly string[]) =>
    places.find((each) => keyOf(each.path) === keyOf(path))?.count ?? 0;
  const county = home?.slice(0, -1);

  const branch = (node: PlaceNode) => {
    const key = keyOf(node.path);
    // What the person turned is the other way round from how it stood at first.
    const isOpen = open.has(key) !== turned.has(key);
    return (
      <li key={key}>
        <div className="place-line">
          {node.children.length > 0 ? (
            <button
              type="button"
              className="place-turn"
              aria-expanded={isOpen}
              aria-label={`${isOpen ? '收起' : '展开'}${node.name}`}
              onClick={() => turn(key)}
            >
              {isOpen ? <ChevronDownIcon size={14} /> : <ChevronRightIcon size={14} />}
            </button>
          ) : (
            <span className="place-turn" />
          )}
          <FilterLine
            label={node.name}
            count={node.count}
            checked={isTicked(node.path)}
            onChange={() => toggle(node.path)}
          />
        </div>
        {isOpen && node.children.length > 0 && <ul>{node.children.map(branch)}</ul>}
      </li>
    );
  };

  return (
    <fieldset className="filter-group">
      <legend>地区</legend>
      {home && (
        <FilterLine
          label={`本镇 ${home.at(-1)}`}
          count={countOf(home)}
          checked={isTicked(home)}
          onChange={() => toggle(home)}
        />
      )}
      {county && county.length > 0 && (
        <FilterLine
          label={`同县 ${county.at(-1)}`}
          count={countOf(county)}
          checked={isTicked(county)}
          onChange={() => toggle(county)}
        />
      )}
      <ul className="places">{tree.map(branch)}</ul>
      {!home && (
        <Button size="small" variant="text" onClick={onSetHome}>
          设定本镇
        </Button>
      )}
    </fieldset>
  );
}
