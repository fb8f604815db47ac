import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import type { TreeNode } from '../ui/Tree.tsx';

/** The entry for reports of a place itself, beside the places below it. */
export const OWN_LEVEL = '本级';
const NO_PLACE = '地区未见';
export const ALL_PLACES = '';
const SEPARATOR = '/';

function pathOf(report: ReportSummary): string[] {
  return report.place.length > 0 ? report.place : [NO_PLACE];
}

export function placeId(place: string[] | undefined): string {
  return place?.join(SEPARATOR) ?? ALL_PLACES;
}

export function placeFromId(id: string): string[] | undefined {
  return id === ALL_PLACES ? undefined : id.split(SEPARATOR);
}

/** True where the report stands at the place or below it; under 本级 only at the place itself. */
export function standsIn(report: ReportSummary, place: string[] | undefined): boolean {
  if (!place) return true;
  const path = pathOf(report);
  if (place.at(-1) === OWN_LEVEL) return placeId(path) === placeId(place.slice(0, -1));
  return place.every((name, depth) => path[depth] === name);
}

/** The tree of places that have reports, each with the number of reports in it. */
export function placeTree(reports: ReportSummary[]): TreeNode[] {
  const all: TreeNode = {
    id: ALL_PLACES,
    label: '全部',
    count: reports.length,
    children: branches(reports, []),
  };
  // 全部 stands beside the top places, not above them: the tree is short and wide.
  return [{ ...all, children: [] }, ...all.children];
}

function branches(reports: ReportSummary[], above: string[]): TreeNode[] {
  const depth = above.length;
  const names = [...new Set(reports.flatMap((report) => pathOf(report)[depth] ?? []))];
  return names.map((name) => {
    const here = [...above, name];
    const inside = reports.filter((report) => pathOf(report)[depth] === name);
    const own = inside.filter((report) => pathOf(report).length === here.length);
    const below = branches(inside, here);
    const ownNode: TreeNode[] =
      below.length > 0 && own.length > 0
        ? [{ id: placeId([...here, OWN_LEVEL]), label: OWN_LEVEL, count: own.length, children: [] }]
        : [];
    return {
      id: placeId(here),
      label: name,
      count: inside.length,
      children: [...below, ...ownNode],
    };
  });
}
