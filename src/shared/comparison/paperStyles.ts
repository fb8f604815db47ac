import { type BriefFonts, fontStack, punctuationFamily } from '../brief/fonts.ts';

/** The looks of a comparison on paper: A4 on its side. `fontFaces` are the @font-face rules of the bundled faces. */
export function paperStylesheet(fonts: BriefFonts, fontFaces: string): string {
  return `${fontFaces}
@page { size: A4 landscape; margin: 16mm 14mm 18mm; @bottom-center { content: '— ' counter(page) ' / ' counter(pages) ' —'; font: 10pt ${fontStack(fonts.song)}; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #fff; color: #000; font-synthesis: none; }
body {
  font: 10.5pt / 16pt ${fontStack(fonts.song)};
  text-spacing-trim: space-all;
  text-autospace: no-autospace;
  line-break: strict;
  overflow-wrap: anywhere;
  orphans: 1;
  widows: 1;
}
header { display: flex; justify-content: space-between; align-items: baseline; margin-bottom: 3mm; border-bottom: 1pt solid #000; }
h1 { font: ${fonts.title.weight} 18pt / 28pt ${fontStack(fonts.title)}; }
h2 { font: ${fonts.heading.weight} 12pt / 20pt ${fontStack(fonts.heading)}; break-after: avoid; }
.remark { font-size: 9pt; line-height: 13pt; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-top: 2mm; border-bottom: 1pt solid #000; }
thead { display: table-header-group; }
th { font: ${fonts.heading.weight} 10.5pt / 16pt ${fontStack(fonts.heading)}; text-align: left; vertical-align: top; padding: 3pt 5pt; }
thead th { border-top: 1pt solid #000; border-bottom: 0.75pt solid #000; }
.table thead th:first-child { width: 27mm; }
tbody tr { border-top: 0.35pt solid #777; }
tr.short { break-inside: avoid; }
td { vertical-align: top; padding: 3pt 5pt; border-left: 0.35pt solid #999; }
.columns td:first-child, .columns thead th:first-child { border-left: 0; }
.columns tbody tr { border-top: 0.35pt dotted #aaa; }
.words { font-family: '${punctuationFamily}', ${fontStack(fonts.song)}; text-align: justify; white-space: pre-wrap; }
.place { font: 8.5pt / 12pt '${punctuationFamily}', ${fontStack(fonts.song)}; color: #444; text-align: right; margin-bottom: 3pt; break-before: avoid; }
.count { font-size: 8.5pt; line-height: 12pt; color: #444; }
.nothing { color: #555; }
.latin { font-family: ${fontStack(fonts.song)}; }
.join { white-space: nowrap; }
.sources { margin-top: 5mm; break-inside: avoid; }
.sources ol { padding-left: 1.6em; }
`;
}
