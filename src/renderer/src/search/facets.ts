import type { SearchFacets } from '../../../shared/contract/routes/search.ts';

export interface GroupCount {
  documentId: string;
  count: number;
}

/** One tick more or less in a filter; with none left the filter is lifted. */
export function toggleChoice<V>(chosen: readonly V[] | undefined, value: V): V[] | undefined {
  const now = chosen ?? [];
  const next = now.includes(value) ? now.filter((each) => each !== value) : [...now, value];
  return next.length === 0 ? undefined : next;
}

export interface PlaceNode {
  path: string[];
  name: string;
  count: number;
  children: PlaceNode[];
}

/** Places under the places they lie in, each with the hits of all below it. Ticked ones without a hit stay. */
export function placeTree(
  places: SearchFacets['places'],
  ticked: readonly (readonly string[])[] = [],
): PlaceNode[] {
  const roots: PlaceNode[] = [];
  const ticks = ticked.map((path) => ({ path, count: 0 }));
  for (const { path, count } of [...places, ...ticks]) {
    let level = roots;
    path.forEach((name, depth) => {
      const isLast = depth === path.length - 1;
      let node = level.find((each) => each.name === name);
      if (node === undefined) {
        node = { path: path.slice(0, depth + 1), name, count: 0, children: [] };
        level.push(node);
      }
      if (isLast) node.count += count;
      level = node.children;
    });
  }
  return sorted(roots);
}

/** Hits of the other places of the same level under the same one. */
export function peerCount(places: SearchFacets['places'], of: readonly string[]): number {
  const above = of.slice(0, -1);
  return places
    .filter(({ path }) => path.length === of.length && above.every((name, at) => path[at] === name))
    .filter(({ path }) => path.at(-1) !== of.at(-1))
    .reduce((total, { count }) => total + count, 0);
}

function sorted(nodes: PlaceNode[]): PlaceNode[] {
  for (const node of nodes) sorted(node.children);
  return nodes.sort((left, right) => right.count - left.count);
}

/** As many levels stand open from the start as stay within this many lines. */
const MOST_OPEN = 24;

/** The paths that stand open at first, as their names joined by a slash. */
export function openAtFirst(roots: readonly PlaceNode[]): Set<string> {
  const open = new Set<string>();
  let level = roots;
  let lines = roots.length;
  for (;;) {
    const below = level.flatMap(({ children }) => children);
    lines += below.length;
    if (below.length === 0 || lines > MOST_OPEN) return open;
    for (const { path } of level) open.add(path.join('/'));
    level = below;
  }
}
