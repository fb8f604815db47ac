import type { NoteCategory } from '../note/category.ts';
import type { Brief, Citation, Tally } from './brief.ts';
import { formatCitation } from './cite.ts';

export interface RenderOptions {
  /** 'print': marks become links to marker addresses, which the PDF step turns into comments. */
  marks: 'preview' | 'print';
  /** Page of every heading id, known after a first printing; numbers are left blank without it. */
  pageOf?: ReadonlyMap<string, number>;
  /** Address of the stylesheet, as seen from the page; `brief.css` beside it by default. */
  stylesheetHref?: string;
}

/** What every part of the page needs while it is written. */
export interface Render {
  options: RenderOptions;
  brief: Brief;
  /** Place of each note id in the brief, as `listAnnotations` counts. */
  noteIndex: ReadonlyMap<string, number>;
  /** The numbered heading with an id, as an h2 or h3 element. */
  headingHtml: (id: string) => string;
}

/** Stands for notes without a category, and those of one that is no longer known. */
const PLAIN_CATEGORY = { shape: 'circle', colour: 'slate' } as const;
export const PLAIN_CATEGORY_NAME = '批注';

export type CategoryLook = Pick<NoteCategory, 'shape' | 'colour'>;

export function lookOf(brief: Pick<Brief, 'categories'>, category: string | null): CategoryLook {
  return brief.categories.find(({ name }) => name === category) ?? PLAIN_CATEGORY;
}

/** Class names of a category: its line under the words, and its ink. */
export function categoryClass({ shape, colour }: CategoryLook): string {
  return `line-${shape} ink-${colour}`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. Control characters, which no page may hold, are dropped. */
export function escapeHtml(text: string): string {
  return [...text.matchAll(/[&<>"']|[^&<>"']+/g)]
    .map(([piece]) => entities[piece] ?? withoutControls(piece))
    .join('');
}

/** Marks between digits or Latin letters, and numbers in full-width digits, which lines break inside. */
const kept = /(?<=[0-9A-Za-z])[,:;!?()]+(?=[0-9A-Za-z])|[０-９][０-９．，]*[０-９％]/g;

/**
 * Text quoted from a report. Its half-width marks are drawn full-width by the stylesheet, but for those
 * between digits or Latin letters (10,000, 1:1.5), which get a class of their own. A number in full-width
 * digits (９８００) stays on one line as one in half-width digits does.
 */
export function quotedHtml(text: string): string {
  let html = '';
  let from = 0;
  for (const match of text.matchAll(kept)) {
    const look = /[０-９]/.test(match[0]) ? 'join' : 'latin';
    html += `${escapeHtml(text.slice(from, match.index))}<span class="${look}">${match[0]}</span>`;
    from = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(from));
}

/** A citation, whose separating dots never begin a line. */
export function citationHtml(citation: Citation): string {
  return quotedHtml(formatCitation(citation)).replace(/([^;>])·/g, '<span class="join">$1·</span>');
}

function withoutControls(text: string): string {
  let clean = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code >= 0x20 || code === 0x09 || code === 0x0a) clean += character;
  }
  return clean;
}

const markerOrigin = 'https://note.invalid/';

/** What a marker address stands for: notes by number, or one edge of a quotation that pages may break. */
export type Marker = { notes: number[] } | { edgeOf: string };

export function markerAddress(marker: Marker): string {
  return markerOrigin + ('notes' in marker ? marker.notes.join('+') : `edge/${marker.edgeOf}`);
}

/** The marker an address stands for, undefined for any other address. */
export function readMarker(address: string): Marker | undefined {
  if (!address.startsWith(markerOrigin)) return undefined;
  const words = address.slice(markerOrigin.length);
  return words.startsWith('edge/')
    ? { edgeOf: words.slice('edge/'.length) }
    : { notes: words.split('+').map(Number) };
}

/** 昌城镇共6处，列2处; 井沟镇未见 */
export function tallyWords({ town, total, listed }: Tally): string {
  if (total === 0) return `${town}未见`;
  return `${town}共${total}处，${listed < total ? `列${listed}处` : '全列'}`;
}

export function remarksHtml(remarks: string[]): string {
  return remarks.map((remark) => `<p class="remark">${escapeHtml(remark)}</p>\n`).join('');
}
