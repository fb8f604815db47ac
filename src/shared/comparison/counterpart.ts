import type { AlignedSections } from './alignSections.ts';
import { bodyAt, type SectionBody } from './sectionBodies.ts';

/**
 * Where a column has to stand for linked scrolling: the offset in document `to` that corresponds to
 * `offset` in document `from`, as far into the paired section as `offset` is into its own. Null
 * where the section has no counterpart: the other column then waits.
 */
export function counterpart(
  { bodies, groupOf }: Pick<AlignedSections, 'bodies' | 'groupOf'>,
  from: number,
  offset: number,
  to: number,
): number | null {
  const body = bodyAt(bodies[from] ?? [], offset);
  if (!body) return null;
  if (from === to) return offset;
  const other = findCounterpartBody(body);
  if (!other) return null;
  const length = body.end - body.start;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, (offset - body.start) / length));
  return other.start + Math.round(share * (other.end - other.start));

  function findCounterpartBody({ sectionIndex }: SectionBody): SectionBody | undefined {
    const others = bodies[to] ?? [];
    if (sectionIndex === null) return others[0];
    const member = groupOf[from]?.get(sectionIndex)?.members[to];
    if (member === null || member === undefined) return undefined;
    return others.find((candidate) => candidate.sectionIndex === member);
  }
}
