import type { CategoryColour, CategoryShape } from '../note/category.ts';
import type { Brief } from './brief.ts';
import { type BriefFonts, fontStack, punctuationFamily } from './fonts.ts';

/**
 * The looks of a brief, for screen and print. `fontFaces` are the @font-face rules of the bundled faces.
 *
 * 'brief' is the page of GB/T 9704-2012: A4, margins 37/26/35/28 mm, 22 lines of 28 characters. 28
 * characters of 16 pt are wider than 156 mm, so every character gives up a little (`letter-spacing`); line
 * heights are whole lines or, in small print, three lines in the room of two. 'comparison' lies on its side.
 */
export function briefStylesheet(brief: Brief, fonts: BriefFonts, fontFaces: string): string {
  return `${fontFaces}
:root {
  --title: ${fontStack(fonts.title)};
  --body: ${fontStack(fonts.body)};
  --heading: ${fontStack(fonts.heading)};
  --kai: ${fontStack(fonts.kai)};
  --song: ${fontStack(fonts.song)};
  --quoted-body: '${punctuationFamily}', ${fontStack(fonts.body)};
  --quoted-song: '${punctuationFamily}', ${fontStack(fonts.song)};
  --title-weight: ${fonts.title.weight};
  --heading-weight: ${fonts.heading.weight};
  --line: calc(225mm / 22);
  --cell: calc(156mm / 28);
  --small-line: calc(225mm / 33);
}
${brief.layout === 'comparison' ? comparisonPage(fonts) : uprightPage(fonts)}
${common}
${brief.layout === 'comparison' ? comparisonRules : ''}`;
}

/** “— 1 —” one character in from the edge: odd pages right, even pages left. */
export function pageNumbers(fonts: BriefFonts): string {
  const number = `content: '— ' counter(page) ' —'; font: 14pt ${fontStack(fonts.song)}; vertical-align: top; padding-top: 7mm;`;
  return `@page :right { @bottom-right { ${number} padding-right: 14pt; } }
@page :left { @bottom-left { ${number} padding-left: 14pt; } }`;
}

function uprightPage(fonts: BriefFonts): string {
  return `@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }
@page wide { size: A4 landscape; margin: 28mm 35mm 26mm 37mm; }
${pageNumbers(fonts)}`;
}

function comparisonPage(fonts: BriefFonts): string {
  return `@page { size: A4 landscape; margin: 22mm 20mm 24mm; }
${pageNumbers(fonts).replaceAll('7mm', '4mm')}`;
}

/** Inks of the categories on paper. */
const inks: Record<CategoryColour, string> = {
  green: '#2f6b4f',
  amber: '#8a5300',
  blue: '#2a5a8c',
  purple: '#6a4788',
  teal: '#0f6670',
  crimson: '#9a2b4d',
  brown: '#6b4a2b',
  slate: '#475569',
};

/** Lines under marked words: they differ in black and white too. */
const lines: Record<CategoryShape, string> = {
  circle: 'solid 1pt',
  triangle: 'wavy 0.75pt',
  square: 'dashed 1pt',
  diamond: 'double 0.75pt',
  star: 'dotted 1.5pt',
  plus: 'solid 2pt',
  wedge: 'wavy 1.25pt',
  bar: 'dashed 2pt',
};

const inkRules = Object.entries(inks)
  .map(
    ([colour, ink]) =>
      `.ink-${colour} .category { color: ${ink}; }\n.mark.ink-${colour} { text-decoration-color: ${ink}; }`,
  )
  .join('\n');
const lineRules = Object.entries(lines)
  .map(([shape, line]) => `.mark.line-${shape} { text-decoration: underline ${line}; }`)
  .join('\n');

const common = `
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #fff; color: #000; font-synthesis: none; }
body {
  font: 16pt / var(--line) var(--body);
  letter-spacing: calc((156mm - 28 * 16pt) / 28);
  text-align: justify;
  text-spacing-trim: space-all;
  text-autospace: no-autospace;
  line-break: strict;
  overflow-wrap: anywhere;
  hanging-punctuation: none;
  font-kerning: none;
  font-variant-ligatures: none;
  orphans: 1;
  widows: 1;
}
a { color: inherit; text-decoration: none; }
h1, h2, h3 { font-size: 16pt; font-weight: 400; break-after: avoid; break-inside: avoid; }
h1 {
  font: var(--title-weight) 22pt / calc(1.5 * var(--line)) var(--title);
  letter-spacing: 0;
  text-align: center;
  text-wrap: balance;
  padding: calc(0.5 * var(--line)) 0;
}
h2 { font-family: var(--heading); font-weight: var(--heading-weight); text-indent: calc(2 * var(--cell)); }
h3 { font-family: var(--kai); text-indent: calc(2 * var(--cell)); }
p { text-indent: calc(2 * var(--cell)); }
.markings {
  display: flex;
  justify-content: space-between;
  text-indent: 0;
  font: 14pt / var(--line) var(--heading);
  font-weight: var(--heading-weight);
  border-bottom: 0.75pt solid #000;
}
.unit { text-align: center; text-indent: 0; font-family: var(--kai); margin-bottom: var(--line); }
.contents { margin-bottom: var(--line); }
.contents-title { text-align: center; text-indent: 0; font-family: var(--heading); font-weight: var(--heading-weight); }
.contents ol { list-style: none; }
.contents li { display: flex; gap: 1em; }
.contents .level-3 { padding-left: calc(2 * var(--cell)); font-family: var(--kai); }
.contents a { flex: 1; border-bottom: 0.5pt dotted #777; }
.contents .page { width: 3em; text-align: right; letter-spacing: 0; }
.tally, .remark {
  font: 12pt / var(--small-line) var(--kai);
  letter-spacing: 0;
  text-indent: 0;
  padding: calc(var(--line) / 6) 0 calc(var(--line) / 6) calc(2 * var(--cell));
  break-after: avoid;
}
.remark { break-after: auto; padding-left: 0; }

.excerpt { padding: calc(var(--line) / 6) 0; }
.excerpt.whole { break-inside: avoid; }
.excerpt blockquote { font-family: var(--quoted-body); border-left: 1.5pt solid #555; padding-left: calc(var(--cell) - 1.5pt); }
.excerpt blockquote p { text-indent: 0; white-space: pre-wrap; }
.excerpt figcaption {
  font: 12pt / var(--small-line) var(--quoted-song);
  letter-spacing: 0;
  text-align: right;
  text-wrap: balance;
  padding-left: calc(3 * var(--cell));
  break-before: avoid;
  break-inside: avoid;
}
.excerpt.noted { display: grid; grid-template-columns: calc(20 * var(--cell)) 1fr; column-gap: calc(0.7 * var(--cell)); }
.note {
  font: 12pt / var(--small-line) var(--kai);
  letter-spacing: 0;
  border-top: 0.5pt solid #555;
  padding-bottom: calc(var(--small-line) / 4);
}
.noted .note { break-inside: avoid; }
.noted-below .note { margin-left: calc(2 * var(--cell)); }
.note p { text-indent: 0; text-align: left; white-space: pre-wrap; }
.note .category { font-family: var(--heading); font-weight: var(--heading-weight); break-after: avoid; }
.edge { display: inline-block; width: 1pt; height: 6pt; margin-right: -1pt; letter-spacing: 0; }
.join { white-space: nowrap; }
.shape { width: 8pt; height: 8pt; margin-right: 4pt; fill: currentColor; }
.author { color: #444; }
.about { color: #333; }
.mark { text-underline-offset: 3pt; text-decoration: underline 1pt #444; }
${lineRules}
${inkRules}

table { border-collapse: collapse; width: 100%; letter-spacing: 0; text-align: left; }
thead { display: table-header-group; break-inside: avoid; }
th, td { font-weight: 400; vertical-align: top; }
.indicator-table { font: 12pt / var(--small-line) var(--song); border-top: 1pt solid #000; border-bottom: 1pt solid #000; }
.indicator-table thead th { font-family: var(--heading); font-weight: var(--heading-weight); border-bottom: 0.75pt solid #000; }
.indicator-table .group th { font-family: var(--kai); text-align: left; break-after: avoid; }
.indicator-table tr { break-inside: avoid; border-bottom: 0.35pt solid #999; }
.indicator-table th, .indicator-table td { padding: 1pt 3pt; }
.indicator-table td, .indicator-table thead th + th { text-align: right; }
.indicator-table { table-layout: fixed; }
.indicator-table thead th:first-child { width: 48mm; }
.unit-of { white-space: nowrap; }
.latin { font-family: var(--song); }
.detail { display: block; font-size: 9pt; line-height: 12pt; color: #333; }
.unstated { color: #444; }
.derived { border: 0.5pt dashed #000; padding: 0 2pt; margin-right: 3pt; font-size: 9pt; }
.doubtful { border: 0.5pt solid #000; padding: 0 2pt; margin-left: 3pt; font-size: 9pt; }
.wide { page: wide; }

.points, .sources { list-style-position: inside; font: 14pt / var(--line) var(--body); letter-spacing: 0; }
.points { list-style: none; }
.points li, .sources li { break-inside: avoid; }
.point .category { font-family: var(--heading); font-weight: var(--heading-weight); }
.points .about, .sources .details { font: 12pt / var(--small-line) var(--quoted-song); text-indent: 0; padding-left: calc(2 * var(--cell)); }
.about .citation { margin-left: 1em; }
.sources { list-style: none; counter-reset: source; font: 12pt / var(--line) var(--song); }
.sources li { padding-left: calc(2 * var(--cell)); }
.sources li p { text-indent: 0; }
.sources li > p:first-child { text-indent: -1.3em; padding-left: 1.3em; }
.sources li { counter-increment: source; }
.sources li > p:first-child::before { content: counter(source) '. '; }
.glossary dt { clear: both; font-family: var(--heading); font-weight: var(--heading-weight); text-indent: calc(2 * var(--cell)); break-after: avoid; }
.glossary dd { font-family: var(--quoted-body); text-indent: calc(2 * var(--cell)); }
.glossary .citation { font: 12pt / var(--line) var(--quoted-song); letter-spacing: 0; float: right; }
`;

const comparisonRules = `
body { font-size: 12pt; line-height: 18pt; letter-spacing: 0; }
h1 { font-size: 22pt; }
h2, h3 { font-size: 14pt; line-height: 24pt; text-indent: 0; }
.comparison-table { table-layout: fixed; border-top: 1pt solid #000; border-bottom: 1pt solid #000; margin-bottom: 8pt; }
.comparison-table th { font: var(--heading-weight) 12pt / 20pt var(--heading); text-align: center; border-bottom: 0.75pt solid #000; }
.comparison-table td { padding: 0 6pt 4pt; border-left: 0.35pt solid #999; text-align: justify; }
.comparison-table .topic { break-inside: avoid; break-after: avoid; }
.comparison-table .topic th { border-bottom: 0; border-top: 0.75pt solid #000; text-align: left; }
.comparison-table td:first-child { border-left: 0; }
.comparison-table .tally { padding-left: 0; font-size: 10pt; line-height: 16pt; color: #333; }
.excerpt, .excerpt.noted { display: block; padding: 2pt 0 4pt; }
.excerpt blockquote { padding-left: 6pt; }
.excerpt blockquote p { break-inside: avoid; }
.excerpt figcaption, .note { font-size: 10.5pt; line-height: 15pt; padding-left: 0; }
.noted .note, .noted-below .note { margin: 2pt 0 0 14pt; }
`;
