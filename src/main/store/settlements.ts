import type { Span } from '../../shared/report/report.ts';
import { describePassage } from '../../shared/text/anchor/describePassage.ts';
import { matchPassage } from '../../shared/text/anchor/matchPassage.ts';
import type { Connection } from './connection.ts';
import { createSpanMover } from './movedSpan.ts';

/**
 * What was decided of a commitment whose bounds a later reading draws otherwise: the settlement on the same
 * span, else the one most of whose words are the commitment's.
 *
 * @param span the commitment as it is found now.
 */
export function settlementOn<T extends Span>(span: Span, settlements: readonly T[]): T | undefined {
  const exact = settlements.find(({ start, end }) => start === span.start && end === span.end);
  return exact ?? settlements.find((one) => isMostly(one, span));
}

function isMostly(one: Span, span: Span): boolean {
  const shared = Math.min(one.end, span.end) - Math.max(one.start, span.start);
  return 2 * shared > one.end - one.start;
}

/** Before something is written on a commitment: what is known of it comes to stand on its span. */
export function adoptSettlement(
  connection: Connection,
  { id, planId, start, end }: Span & { id: string; planId: string },
): void {
  connection
    .prepare(
      `UPDATE OR IGNORE draft_settlements SET start = @start, "end" = @end
        WHERE draft_id = @id AND plan_id = @planId
          AND 2 * (min("end", @end) - max(start, @start)) > "end" - start`,
    )
    .run({ id, planId, start: BigInt(start), end: BigInt(end) });
}

/**
 * Takes what was decided of a report's commitments to where their words stand in its corrected text. Where
 * they stand nowhere for certain, the decision goes with them: it must not come to stand on another commitment.
 */
export function moveSettlements(
  connection: Connection,
  planId: string,
  before: string,
  after: string,
): void {
  const move = createSpanMover(before, after);
  const find = (span: Span): Span | undefined => {
    const near = move(span);
    if (near !== undefined || span.end > before.length || span.start >= span.end) return near;
    const match = matchPassage(after, describePassage(before, span));
    if (match.state === 'anchored') return match.span;
    return match.state === 'review' && match.candidates.length === 1
      ? match.candidates[0]
      : undefined;
  };
  const rows = connection
    .prepare('SELECT * FROM draft_settlements WHERE plan_id = ? ORDER BY settled_at')
    .all(planId) as (Span & Record<string, string | null>)[];
  connection.prepare('DELETE FROM draft_settlements WHERE plan_id = ?').run(planId);
  const insert = connection.prepare(
    `INSERT OR REPLACE INTO draft_settlements
       VALUES (@draft_id, @plan_id, @start, @end, @outcome, @reason, @reported, @settled_at)`,
  );
  for (const row of rows) {
    const span = find(row);
    if (span) insert.run({ ...row, start: BigInt(span.start), end: BigInt(span.end) });
  }
}
