import type { Span } from '../../report/report.ts';

/**
 * How a made-up report is set: as it is written; its lines broken at any place; or as one line with the
 * punctuation folded and a blank before every label, as web pages leave it.
 */
export type Layout = 'paragraphs' | 'wrapped' | 'glued' | 'fullWidthDigits';

/**
 * Two years of a made-up town. ⟦3|…⟧ marks commitment 3 in last year's report and what answers it in this
 * year's; ⟦3~|…⟧ answers that it was done in part; a number without an answer is one that nobody answered.
 */
export interface MarkedYears {
  town: string;
  layout: Layout;
  plan: string;
  review: string;
}

/** A passage marked in a text. */
export interface Mark extends Span {
  label: string;
}

const folded: Record<string, string> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
};
const lineLength = 34;

/** Takes the marks out of a text and sets it in a layout; the marks' offsets are those in what is returned. */
export function readMarked(marked: string, layout: Layout): { text: string; marks: Mark[] } {
  let text = '';
  const marks: Mark[] = [];
  let open: { label: string; start: number } | undefined;
  let column = 0;
  const parts = marked.match(/⟦[^|]+\||⟧|[\s\S]/gu) ?? [];
  for (const [index, part] of parts.entries()) {
    if (part === '⟧') {
      if (open) marks.push({ ...open, end: text.length });
      open = undefined;
      continue;
    }
    const label = /^⟦(.+)\|$/.exec(part)?.[1];
    if (label !== undefined) {
      open = { label, start: text.length };
      continue;
    }
    if (layout === 'glued') {
      const rest = parts.slice(index, index + 4).join('');
      if (/^(?:[一二三四五六七八九]、|（[一二三四五六七八九十]）)/.test(rest)) {
        text += ' ';
        // A blank before the label belongs to no passage.
        if (open && open.start === text.length - 1) open.start += 1;
      }
      text += part === '\n' || part === '\u3000' ? '' : (folded[part] ?? part);
      continue;
    }
    if (layout === 'fullWidthDigits' && /\d/.test(part)) {
      text += String.fromCharCode(part.charCodeAt(0) + 0xfee0);
      continue;
    }
    text += part;
    column = part === '\n' ? 0 : column + 1;
    if (layout === 'wrapped' && column === lineLength && parts[index + 1] !== '\n') {
      text += '\n';
      column = 0;
    }
  }
  return { text, marks };
}
