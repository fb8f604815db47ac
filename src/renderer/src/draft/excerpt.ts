import type { Output } from '../../../shared/contract/routes.ts';
import type { ExcerptSource } from '../../../shared/draft/blocks.ts';

export type DraftOutput = Output<'drafts.get'>['draft'];
export type Finding = Output<'drafts.check'>['findings'][number];
export type PromiseLine = Output<'drafts.promises'>['promises'][number];
export type Beside = Output<'drafts.beside'>['peers'][number];

/** What a dragged excerpt is called among the things a drag may carry. */
export const EXCERPT_TYPE = 'application/x-zhenjian-excerpt';

export function sourceOf({ documentId, start, end, label, text }: Beside): ExcerptSource {
  return { documentId, start, end, label, quote: text.replaceAll('\n', '') };
}

/** Reads what `EXCERPT_TYPE` carries; null for anything else that was dropped. */
export function parseExcerpt(carried: string): ExcerptSource | null {
  try {
    const value = JSON.parse(carried) as Partial<ExcerptSource>;
    const { documentId, start, end, label, quote } = value;
    const known =
      typeof documentId === 'string' && typeof label === 'string' && typeof quote === 'string';
    if (!known || typeof start !== 'number' || typeof end !== 'number') return null;
    return { documentId, start, end, label, quote };
  } catch {
    return null;
  }
}
