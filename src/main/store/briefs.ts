import type { BriefSpec } from '../../shared/contract/schemas/brief.ts';
import type { Span } from '../../shared/report/report.ts';
import { describePassage } from '../../shared/text/anchor/describePassage.ts';
import { matchPassage } from '../../shared/text/anchor/matchPassage.ts';
import type { SavedBrief } from './libraryStore.ts';
import { createSpanMover } from './movedSpan.ts';
import type { Storage } from './storage.ts';

const INSERT_REVISION = `
  INSERT INTO brief_revisions (id, brief_id, sequence, written_at, tombstone, spec)
  VALUES (?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM brief_revisions), ?, ?, ?)`;

export function saveBrief(
  { connection, newId, now }: Storage,
  id: string | null,
  spec: BriefSpec,
): SavedBrief {
  const brief = { id: id ?? newId(), spec, updatedAt: now() };
  connection
    .prepare(INSERT_REVISION)
    .run(newId(), brief.id, brief.updatedAt, 0, JSON.stringify(spec));
  return brief;
}

export function listBriefs({ connection }: Storage): SavedBrief[] {
  const rows = connection
    .prepare(
      `SELECT b.brief_id AS id, b.spec, b.written_at AS updatedAt FROM brief_revisions b
        WHERE b.tombstone = 0
          AND b.sequence = (SELECT max(n.sequence) FROM brief_revisions n WHERE n.brief_id = b.brief_id)
        ORDER BY b.sequence DESC`,
    )
    .all() as { id: string; spec: string; updatedAt: string }[];
  return rows.map((row) => ({ ...row, spec: JSON.parse(row.spec) as BriefSpec }));
}

/** False if there is no such brief. */
export function removeBrief(storage: Storage, id: string): boolean {
  const brief = listBriefs(storage).find((candidate) => candidate.id === id);
  if (brief === undefined) return false;
  storage.connection
    .prepare(INSERT_REVISION)
    .run(storage.newId(), id, storage.now(), 1, JSON.stringify(brief.spec));
  return true;
}

/**
 * Takes the chosen passages of a report to where their words stand in its corrected text. One that
 * cannot be found for certain is let go: a brief rather lacks a quotation than has another one.
 */
export function moveBriefPassages(
  storage: Storage,
  reportId: string,
  before: string,
  after: string,
): void {
  const move = createSpanMover(before, after);
  const find = (span: Span): Span | undefined => {
    const near = move(span);
    if (near !== undefined || span.end > before.length || span.start >= span.end) return near;
    const match = matchPassage(after, describePassage(before, span));
    return match.state === 'anchored' ? match.span : undefined;
  };
  for (const { id, spec } of listBriefs(storage)) {
    const excerpts = spec.excerpts ?? [];
    if (!excerpts.some(({ documentId }) => documentId === reportId)) continue;
    const moved = excerpts.flatMap((excerpt) => {
      if (excerpt.documentId !== reportId) return [excerpt];
      const span = find(excerpt);
      if (span === undefined) return [];
      const cuts = (excerpt.cuts ?? []).flatMap((cut) => find(cut) ?? []);
      const { cuts: _, ...whole } = excerpt;
      return [{ ...whole, ...span, ...(cuts.length > 0 && { cuts }) }];
    });
    saveBrief(storage, id, { ...spec, excerpts: moved });
  }
}
