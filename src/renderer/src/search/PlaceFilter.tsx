import { useMemo, useState } from 'react';
import type { SearchFacets } from '../../../shared/contract/routes/search.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/Field.tsx';
import { ChevronDownIcon, ChevronRightIcon } from '../ui/icons.tsx';
import { FilterLine } from './FilterLine.tsx';
import { openAtFirst, type PlaceNode, peerCount, placeTree } from './facets.ts';

const keyOf = (path: readonly string[]) => path.join('/');

/** A place under another has peers; each is listed once. */
function uniquePaths(paths: readonly (string[] | null | undefined)[]): string[][] {
  const byKey = new Map<string, string[]>();
  for (const path of paths) if (path && path.length > 1) byKey.set(keyOf(path), path);
  return [...byKey.values()];
}

/** Places as a tree, a tick taking in all below; the person's own town and county stand above it. */
export function PlaceFilter({
  facets,
  chosen,
  peersOf,
  onChange,
  onSetHome,
}: {
  facets: SearchFacets;
  chosen: string[][] | undefined;
  /** The town whose peers are chosen. */
  peersOf: string[] | undefined;
  onChange: (chosen: string[][] | undefined, peersOf: string[] | undefined) => void;
  onSetHome: () => void;
}) {
  const { places, home } = facets;
  const tree = useMemo(() => placeTree(places, chosen), [places, chosen]);
  const [typed, setTyped] = useState('');
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const open = useMemo(() => openAtFirst(tree), [tree]);

  const isTicked = (path: readonly string[]) =>
    chosen?.some((each) => keyOf(each) === keyOf(path)) ?? false;
  const isPeered = (path: readonly string[]) =>
    peersOf !== undefined && keyOf(peersOf) === keyOf(path);
  const toggle = (path: string[]) => {
    const rest = (chosen ?? []).filter((each) => keyOf(each) !== keyOf(path));
    const next = isTicked(path) ? rest : [...rest, path];
    onChange(next.length === 0 ? undefined : next, undefined);
  };
  const togglePeers = (path: string[]) => {
    onChange(undefined, isPeered(path) ? undefined : path);
  };
  const turn = (key: string) => {
    const next = new Set(turned);
    if (!next.delete(key)) next.add(key);
    setTurned(next);
  };
  const countOf = (path: readonly string[]) =>
    places.find((each) => keyOf(each.path) === keyOf(path))?.count ?? 0;
  const county = home?.slice(0, -1);
  const named = useRequest('search.places', typed.trim() === '' ? null : { typed });
  const matches = named.value?.places ?? [];
  // The peers of the own town, of towns that are ticked, and of towns that are looked up.
  const towns = uniquePaths([home, peersOf, ...(chosen ?? []), ...matches.map(({ path }) => path)]);

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
      {towns.map((path) => (
        <FilterLine
          key={keyOf(path)}
          label={`${path.at(-1)}的县内同级`}
          count={peerCount(places, path)}
          checked={isPeered(path)}
          onChange={() => togglePeers(path)}
        />
      ))}
      <SearchField name="找地名" placeholder="地名或拼音首字母" value={typed} onChange={setTyped} />
      {typed.trim() === '' ? (
        <ul className="places">{tree.map(branch)}</ul>
      ) : (
        <ul className="places">
          {matches.map(({ name, path }) => (
            <li key={`${keyOf(path)} ${name}`}>
              <FilterLine
                label={[...path.slice(-2, -1), name].join(' ')}
                count={countOf(path)}
                checked={isTicked(path)}
                onChange={() => toggle(path)}
              />
            </li>
          ))}
          {named.value && matches.length === 0 && <li className="quiet">没有这个地名。</li>}
        </ul>
      )}
      {!home && (
        <Button size="small" variant="text" onClick={onSetHome}>
          设定本镇
        </Button>
      )}
    </fieldset>
  );
}
