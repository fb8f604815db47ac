/**
 * Of items in their new order, each with its old position (all different) and a weight, the heaviest
 * choice that kept its order. What is left out has moved. O(n log n).
 *
 * @returns the chosen indices, ascending.
 */
export function heaviestInOrder(
  items: readonly { position: number; weight: number }[],
): Set<number> {
  const ranks = new Map(
    [...items].sort((a, b) => a.position - b.position).map((item, rank) => [item, rank + 1]),
  );
  /** A Fenwick tree over old positions: the best item that ends a choice at or below a position. */
  const best = new Array<number>(items.length + 1).fill(-1);
  const total: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (const [index, item] of items.entries()) {
    const rank = ranks.get(item) as number;
    let before = -1;
    for (let at = rank - 1; at > 0; at -= at & -at) before = heavier(total, before, best[at] ?? -1);
    previous.push(before);
    total.push(item.weight + (total[before] ?? 0));
    for (let at = rank; at <= items.length; at += at & -at) {
      best[at] = heavier(total, best[at] ?? -1, index);
    }
    last = heavier(total, last, index);
  }
  const chosen = new Set<number>();
  for (let at = last; at >= 0; at = previous[at] ?? -1) chosen.add(at);
  return chosen;
}

function heavier(total: readonly number[], a: number, b: number): number {
  return (total[b] ?? 0) > (total[a] ?? 0) ? b : a;
}
