import { SHAPE_PATHS } from '../note/category.ts';
import type { BriefAnnotation, Excerpt, Slice } from './brief.ts';
import { headOf, markedWords } from './excerpt.ts';
import { paragraphBreaks, printedWords } from './passage.ts';
import {
  type CategoryLook,
  categoryClass,
  citationHtml,
  escapeHtml,
  lookOf,
  markerAddress,
  PLAIN_CATEGORY_NAME,
  quotedHtml,
  type Render,
} from './render.ts';

/** A note longer than this stands below its quotation: beside it, it would run down an empty page. */
const longestSideNote = 120;

/** A quotation up to this length is not broken over two pages. */
export const longestUnbroken = 240;
const shortestParagraph = 60;

/** A quotation, its source right under it, and its notes beside it, in a column and a face of their own. */
export function renderExcerpt(excerpt: Excerpt, render: Render): string {
  const notes = excerpt.annotations;
  const isSide = notes.every(({ note }) => note.length <= longestSideNote);
  const layout = notes.length === 0 ? 'plain' : isSide ? 'noted' : 'noted-below';
  const keep = lengthOf(excerpt) <= longestUnbroken ? ' whole' : '';
  const aside = notes.map((note) => renderNote(note, excerpt, render)).join('');
  return `<figure class="excerpt ${layout}${keep}" id="${escapeHtml(excerpt.id)}">
<div class="quotation"><blockquote><p>${quotationHtml(excerpt, render)}</p></blockquote>
<figcaption><a href="#source-${escapeHtml(excerpt.citation.documentId)}">${citationHtml(excerpt.citation)}</a></figcaption></div>
${aside && `<aside class="notes" aria-label="批注">\n${aside}</aside>\n`}</figure>
`;
}

function renderNote(annotation: BriefAnnotation, excerpt: Excerpt, { brief }: Render): string {
  const look = lookOf(brief, annotation.category);
  const word = annotation.category ?? PLAIN_CATEGORY_NAME;
  const about =
    excerpt.annotations.length > 1
      ? `<span class="about">“${quotedHtml(headOf(markedWords(excerpt, annotation), 12))}”</span>`
      : '';
  const author = annotation.author
    ? `<span class="author">（${escapeHtml(annotation.author)}）</span>`
    : '';
  return `<div class="note ${categoryClass(look)}" id="note-${escapeHtml(annotation.id)}"><p class="category">${shapeSvg(look)}${escapeHtml(word)}</p><p>${about}${escapeHtml(annotation.note)}${author}</p></div>\n`;
}

/** The category's shape as a drawing: a character would be extracted with the text. */
function shapeSvg({ shape }: CategoryLook): string {
  return `<svg class="shape" viewBox="0 0 12 12" aria-hidden="true"><path d="${SHAPE_PATHS[shape]}"/></svg>`;
}

function quotationHtml(excerpt: Excerpt, render: Render): string {
  const slices = excerpt.slices.map((slice, index) => markSlice(slice, index, excerpt, render));
  const cut = '<span class="cut">……</span>';
  const edge = edgeHtml(excerpt, render);
  const words = (excerpt.cutBefore ? cut : '') + slices.join(cut) + (excerpt.cutAfter ? cut : '');
  return edge + words + edge;
}

/** Tells the PDF step on which page a quotation that may be broken begins and ends; without width or words. */
function edgeHtml(excerpt: Excerpt, { options }: Render): string {
  return options.marks === 'print' && lengthOf(excerpt) > longestUnbroken
    ? `<a class="edge" href="${markerAddress({ edgeOf: excerpt.id })}" aria-hidden="true"></a>`
    : '';
}

/** Splits a slice where notes begin and end, so that overlapping notes each keep all of their words. */
function markSlice(slice: Slice, at: number, excerpt: Excerpt, render: Render): string {
  const { text } = slice;
  const spans = excerpt.annotations.flatMap((annotation) =>
    annotation.spans.filter((span) => span.slice === at).map((span) => ({ ...span, annotation })),
  );
  const breaks = new Set(breaksOf(text, excerpt, render));
  const spanEdges = spans.flatMap(({ start, end }) => [start, end]);
  const edges = new Set([0, text.length, ...spanEdges, ...breaks]);
  const cuts = [...edges].filter((edge) => edge <= text.length).sort((a, b) => a - b);
  return cuts
    .slice(1)
    .map((end, index) => {
      const start = cuts[index] ?? 0;
      const on = spans.filter((span) => span.start < end && span.end > start);
      const words = quotedHtml(printedWords(slice, start, end));
      const notes = on.map(({ annotation }) => annotation);
      const marked = notes.length > 0 ? markHtml(words, notes, render) : words;
      return breaks.has(start) ? `</p><p>${marked}` : marked;
    })
    .join('');
}

/**
 * A long quotation in a table is set in paragraphs that are never broken over pages: below a repeated
 * table head, Chromium misplaces the links of a paragraph that is.
 */
function breaksOf(text: string, excerpt: Excerpt, render: Render): number[] {
  const isLong = lengthOf(excerpt) > longestUnbroken;
  return render.brief.layout === 'comparison' && isLong
    ? paragraphBreaks(text, shortestParagraph, longestUnbroken)
    : [];
}

export function lengthOf(excerpt: Excerpt): number {
  return excerpt.slices.reduce((sum, slice) => sum + slice.text.length, 0);
}

function markHtml(words: string, notes: BriefAnnotation[], render: Render): string {
  const classes = notes
    .map(({ category }) => categoryClass(lookOf(render.brief, category)))
    .join(' ');
  const numbers = notes.flatMap(({ id }) => render.noteIndex.get(id) ?? []);
  const href =
    render.options.marks === 'print' ? markerAddress({ notes: numbers }) : `#note-${notes[0]?.id}`;
  return `<a class="mark ${classes}" href="${escapeHtml(href)}">${words}</a>`;
}
