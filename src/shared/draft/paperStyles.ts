import { type BriefFonts, fontStack } from '../brief/fonts.ts';
import { pageNumbers } from '../brief/stylesheet.ts';

/** Sizes in points, and how many lines and characters fill the 225 by 156 mm of the type area. */
const PLAIN = { size: 16, title: 22, lines: 22, cells: 28 };
/** 小一, which is read at arm's length. */
const READING = { size: 24, title: 30, lines: 14, cells: 18 };

/**
 * The looks of a draft on paper: the page of GB/T 9704-2012, title 小标宋, congress line and speaker 楷体,
 * headings 黑体, 楷体, 仿宋, body 仿宋; every block is whole lines high. The reading copy has larger type.
 * `fontFaces` are the @font-face rules of the bundled faces.
 */
export function draftStylesheet(reading: boolean, fonts: BriefFonts, fontFaces: string): string {
  const { size, title, lines, cells } = reading ? READING : PLAIN;
  return `${fontFaces}
@page { size: A4 portrait; margin: 37mm 26mm 35mm 28mm; }
${pageNumbers(fonts)}
:root { --line: calc(225mm / ${lines}); --cell: calc(156mm / ${cells}); }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: #fff; color: #000; font-synthesis: none; }
body {
  font: ${size}pt / var(--line) ${fontStack(fonts.body)};
  letter-spacing: calc((156mm - ${cells} * ${size}pt) / ${cells});
  text-align: justify;
  text-spacing-trim: space-all;
  text-autospace: no-autospace;
  line-break: strict;
  overflow-wrap: anywhere;
  font-kerning: none;
  font-variant-ligatures: none;
  orphans: 1;
  widows: 1;
}
h1, h2, h3, h4, h5 { font-size: ${size}pt; font-weight: 400; break-after: avoid; text-indent: calc(2 * var(--cell)); }
h1 {
  font: ${fonts.title.weight} ${title}pt / calc(1.5 * var(--line)) ${fontStack(fonts.title)};
  letter-spacing: 0;
  text-align: center;
  text-indent: 0;
  text-wrap: balance;
  padding: calc(0.25 * var(--line)) 0;
}
.congress, .speaker { font-family: ${fontStack(fonts.kai)}; text-align: center; text-indent: 0; text-wrap: balance; }
main { padding-top: var(--line); }
h2 { font-family: ${fontStack(fonts.heading)}; font-weight: ${fonts.heading.weight}; }
h3 { font-family: ${fontStack(fonts.kai)}; }
h4, h5 { font-weight: 700; font-synthesis: weight; }
p { text-indent: calc(2 * var(--cell)); }
p, h1, h2, h3, h4, h5 { white-space: pre-wrap; }
.blank { height: var(--line); }
.annex { padding-top: var(--line); }
`;
}
