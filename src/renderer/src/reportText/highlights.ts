/**
 * Highlights by the CSS Custom Highlight API: ranges are painted over plain text nodes, so that the
 * text stays one run for selecting, finding and counting offsets. Names are global to the page; each
 * owner (a column, a reader) adds and takes back its own ranges.
 */
const painted = new Map<string, Map<symbol, Range[]>>();

/** Paints `ranges` under `name` for `owner`, replacing what the owner painted under it before. */
export function paintHighlight(name: string, owner: symbol, ranges: Range[]): void {
  const owners = painted.get(name) ?? new Map<symbol, Range[]>();
  painted.set(name, owners);
  if (ranges.length > 0) owners.set(owner, ranges);
  else owners.delete(owner);
  const all = [...owners.values()].flat();
  if (all.length > 0) CSS.highlights.set(name, new Highlight(...all));
  else CSS.highlights.delete(name);
}
