import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  halfWidthMarks,
  numeralFamily,
  numerals,
  punctuationFamily,
} from '../../shared/brief/fonts.ts';

/**
 * The open faces that come with the app, as their npm packages lay them out: a stylesheet whose
 * @font-face rules each name one woff2 piece and the characters in it. The same layout stands in
 * node_modules and in the packaged app's resources, so nothing is copied or rewritten.
 */
export const bundledFaces = [
  { family: 'Noto Serif SC', weight: 400, folder: '@fontsource/noto-serif-sc', css: '400.css' },
  { family: 'Noto Serif SC', weight: 700, folder: '@fontsource/noto-serif-sc', css: '700.css' },
  { family: 'Noto Sans SC', weight: 500, folder: '@fontsource/noto-sans-sc', css: '500.css' },
  {
    family: 'LXGW WenKai',
    weight: 400,
    folder: 'lxgw-wenkai-webfont',
    css: 'lxgwwenkai-regular.css',
  },
] as const;

/** One woff2 piece of a face. */
export interface FontPiece {
  family: string;
  weight: number;
  /** Path below the fonts' root and below the address fonts are served from: '@fontsource/noto-serif-sc/files/….woff2'. */
  path: string;
  /** Inclusive ranges of code points. */
  ranges: [number, number][];
}

export interface BundledFonts {
  root: string;
  pieces: FontPiece[];
  /** The pieces whose ranges hold a code point; most characters are in one piece of every face. */
  piecesOf: ReadonlyMap<number, FontPiece[]>;
  /** The file behind `punctuationFamily`; null where the app comes without it. */
  punctuationFile: string | null;
}

const punctuationPath = 'punctuation.ttf';

/**
 * Reads the faces' stylesheets below `root` (node_modules, or the packaged app's fonts folder).
 * `ownDir` is the app's own resources/fonts, with the face for half-width marks.
 */
export function readBundledFonts(root: string, ownDir: string | null = null): BundledFonts {
  const pieces = bundledFaces.flatMap(({ family, weight, folder, css }) =>
    parsePieces(readFileSync(join(root, folder, css), 'utf8')).map(({ file, ranges }) => ({
      family,
      weight,
      path: `${folder}/${file}`,
      ranges,
    })),
  );
  return {
    root,
    pieces,
    piecesOf: indexPieces(pieces),
    punctuationFile: ownDir && join(ownDir, punctuationPath),
  };
}

function indexPieces(pieces: FontPiece[]): Map<number, FontPiece[]> {
  const piecesOf = new Map<number, FontPiece[]>();
  for (const piece of pieces) {
    for (const [from, to] of piece.ranges) {
      for (let code = from; code <= to; code += 1) {
        const known = piecesOf.get(code);
        if (known) known.push(piece);
        else piecesOf.set(code, [piece]);
      }
    }
  }
  return piecesOf;
}

function parsePieces(css: string): { file: string; ranges: [number, number][] }[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, body = '']) => {
    const file = /url\(['"]?\.\/([^'")]+\.woff2)['"]?\)/.exec(body)?.[1];
    const ranges = /unicode-range:\s*([^;]+)/.exec(body)?.[1];
    return file && ranges ? [{ file, ranges: ranges.split(',').map(parseRange) }] : [];
  });
}

function parseRange(range: string): [number, number] {
  const [from = '', to = from] = range.trim().slice(2).split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

/** Every file the app serves for printing: address below the fonts' base, and the file behind it. */
export function bundledFontFiles(fonts: BundledFonts): Map<string, string> {
  const files = new Map(fonts.pieces.map(({ path }) => [path, join(fonts.root, path)]));
  if (fonts.punctuationFile !== null) files.set(punctuationPath, fonts.punctuationFile);
  return files;
}

/**
 * @font-face rules for the pieces that `text` needs, so that no piece is loaded in vain.
 * `baseUrl` ends with a slash: app://bundle/fonts/.
 */
export function fontFaceCss(fonts: BundledFonts, baseUrl: string, text: string): string {
  const needed = new Set(codesOf(text).flatMap((code) => fonts.piecesOf.get(code) ?? []));
  const rules = fonts.pieces
    .filter((piece) => needed.has(piece))
    .map((piece) =>
      fontFaceRule(piece, `url('${baseUrl}${piece.path}') format('woff2')`, piece.ranges),
    );
  return [...rules, ownFaceCss(fonts, baseUrl)].join('\n');
}

/** The rules of the app's own face; none where it is not there. */
export function ownFaceCss({ punctuationFile }: BundledFonts, baseUrl: string): string {
  if (punctuationFile === null) return '';
  const source = `url('${baseUrl}${punctuationPath}') format('truetype')`;
  return [
    fontFaceRule(
      { family: punctuationFamily, weight: 400 },
      source,
      runsOf(codesOf(halfWidthMarks)),
    ),
    fontFaceRule({ family: numeralFamily, weight: 400 }, source, runsOf(codesOf(numerals))),
  ].join('\n');
}

export function fontFaceRule(
  { family, weight }: Pick<FontPiece, 'family' | 'weight'>,
  source: string,
  ranges: [number, number][],
): string {
  return `@font-face {
  font-family: '${family}';
  font-weight: ${weight};
  font-display: block;
  src: ${source};
  unicode-range: ${ranges.map(([from, to]) => `U+${from.toString(16)}-${to.toString(16)}`).join(', ')};
}`;
}

/** The code points of a text, each once. */
export function codesOf(text: string): number[] {
  return [...new Set(text)].flatMap((character) => character.codePointAt(0) ?? []);
}

/** The same code points as ranges, ascending. */
export function runsOf(codes: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const code of [...codes].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === code - 1) run[1] = code;
    else runs.push([code, code]);
  }
  return runs;
}
