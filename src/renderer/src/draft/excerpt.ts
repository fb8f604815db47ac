import type { Input, Output } from '../../../shared/contract/routes.ts';
import type { ExcerptSource } from '../../../shared/draft/blocks.ts';

export type DraftOutput = Output<'drafts.get'>['draft'];
export type Finding = Output<'drafts.check'>['findings'][number];
export type PromiseLine = Output<'drafts.promises'>['promises'][number];
/** One of last year's 民生实事. */
export type Action = Output<'drafts.promises'>['actions'][number];
export type Shelf = Input<'drafts.beside'>['shelf'];
export type BesideGroup = Output<'drafts.beside'>['groups'][number];
export type Beside = BesideGroup['passages'][number];

/** What a dragged excerpt is called among the things a drag may carry. */
export const EXCERPT_TYPE = 'application/x-zhenjian-excerpt';

export function sourceOf({ documentId, start, end, label, text }: Beside): ExcerptSource {
  return { documentId, start, end, label, quote: text.replaceAll('\n', '') };
}

/** Reads what `EXCERPT_TYPE` carries; nothing for anything else that was dropped. */
export function parseExcerpts(carried: string): ExcerptSource[] {
  try {
    const value = JSON.parse(carried) as Partial<ExcerptSource>[];
    return value.flatMap(({ documentId, start, end, label, quote }) => {
      const known =
        typeof documentId === 'string' && typeof label === 'string' && typeof quote === 'string';
      if (!known || typeof start !== 'number' || typeof end !== 'number') return [];
      return [{ documentId, start, end, label, quote }];
    });
  } catch {
    return [];
  }
}
