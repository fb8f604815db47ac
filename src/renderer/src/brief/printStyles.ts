import type { Brief } from '../../../shared/brief/brief.ts';
import {
  chooseFonts,
  halfWidthMarks,
  numeralFamily,
  numerals,
  punctuationFamily,
} from '../../../shared/brief/fonts.ts';
import { briefStylesheet } from '../../../shared/brief/stylesheet.ts';

/** Only the layout matters to the looks. */
function emptyBrief(layout: Brief['layout']): Brief {
  return {
    title: '',
    unit: '',
    date: '',
    layout,
    markings: { kind: '', access: '' },
    categories: [],
    contents: false,
    watermark: null,
    parts: [],
  };
}

/** The app's own face of a few characters, by the address at which the print window finds it too. */
function ownFace(family: string, characters: string): string {
  const codes = [...characters].map((each) => `U+${each.codePointAt(0)?.toString(16)}`);
  return `@font-face { font-family: '${family}'; src: url('/fonts/punctuation.ttf') format('truetype'); unicode-range: ${codes.join(', ')}; }`;
}

/** The bundled faces by the names this computer may know them by. */
const FACES = [
  ownFace(punctuationFamily, halfWidthMarks),
  ownFace(numeralFamily, numerals),
  `@font-face { font-family: 'Noto Serif SC'; font-weight: 400; src: local('Noto Serif CJK SC'), local('Source Han Serif SC'), local('SimSun'); }`,
  `@font-face { font-family: 'Noto Serif SC'; font-weight: 700; src: local('Noto Serif CJK SC Bold'), local('Source Han Serif SC Bold'), local('SimHei'); }`,
  `@font-face { font-family: 'Noto Sans SC'; font-weight: 500; src: local('Noto Sans CJK SC'), local('Microsoft YaHei'); }`,
  `@font-face { font-family: 'LXGW WenKai'; src: local('LXGW WenKai'), local('KaiTi'); }`,
].join('\n');

/**
 * The stylesheet that prints a brief, turned to the sheet in the window: `:root` and `body` become the
 * sheet itself, and nothing outside it is touched.
 */
export function scopedPrintStyles(layout: Brief['layout']): string {
  const printed = briefStylesheet(emptyBrief(layout), chooseFonts([]), '');
  const scoped = printed
    .replaceAll(':root', ':scope')
    .replaceAll(/^( *)body(?=[ .])/gm, '$1:scope');
  return `@scope (.brief-sheet) {\n${scoped}\n}`;
}

/** Puts the print styles in force; returns the way to take them out. */
export function adoptPrintStyles(layout: Brief['layout']): () => void {
  const sheets = [FACES, scopedPrintStyles(layout)].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (each) => !sheets.includes(each),
    );
  };
}
