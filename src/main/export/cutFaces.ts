import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BriefFonts, type FontRole, fontRoles } from '../../shared/brief/fonts.ts';
import {
  type BundledFonts,
  bundledFaces,
  codesOf,
  type FontPiece,
  fontFaceRule,
  ownFaceCss,
  runsOf,
} from './bundledFonts.ts';
import { cutFace } from './cutFace.ts';
import { PAGE_NUMBERS } from './printPort.ts';
import { type OpenedFace, openWoff2 } from './woff2.ts';

/** The faces of one paper. */
export interface PaperFaces {
  /** Their @font-face rules. */
  css: string;
  /** Faces made for this paper alone, as the rules name them beside the stylesheet: base64 of the file. */
  files: Record<string, string>;
}

/**
 * The faces a paper is set in: for each bundled face that plays a role one file with the characters the
 * role's words have, and the packages' own pieces for what is not in it. `wordsOf` tells the words of a
 * role; a word it leaves out is still drawn, from its piece. The paper has to be set without kerning and
 * ligatures, of which a cut face has none.
 */
export async function cutFaces(
  bundled: BundledFonts,
  fonts: BriefFonts,
  baseUrl: string,
  wordsOf: Readonly<Record<FontRole, string>>,
): Promise<PaperFaces> {
  const made = await Promise.all(
    bundledFaces.map(async (face) => {
      const roles = fontRoles.filter((role) => nameOf(fonts[role]) === nameOf(face));
      const words = PAGE_NUMBERS + roles.map((role) => wordsOf[role]).join('');
      const cut = roles.length > 0 && (await cutFor(bundled, face, words));
      return cut ? [{ face, name: `${nameOf(face)}.ttf`, ...cut }] : [];
    }),
  );
  const cut = made.flat();
  const inCut = new Map(cut.map(({ face, codes }) => [nameOf(face), new Set(codes)]));
  const left = new Map<FontPiece, number[]>();
  for (const code of codesOf(Object.values(wordsOf).join(''))) {
    for (const piece of bundled.piecesOf.get(code) ?? []) {
      if (inCut.get(nameOf(piece))?.has(code)) continue;
      const known = left.get(piece);
      if (known) known.push(code);
      else left.set(piece, [code]);
    }
  }
  const rules = [
    ...[...left].map(([piece, codes]) =>
      fontFaceRule(piece, `url('${baseUrl}${piece.path}') format('woff2')`, runsOf(codes)),
    ),
    ...cut.map(({ face, name, codes }) =>
      fontFaceRule(face, `url('${name}') format('truetype')`, runsOf(codes)),
    ),
    ownFaceCss(bundled, baseUrl),
  ];
  return {
    css: rules.join('\n'),
    files: Object.fromEntries(cut.map(({ name, file }) => [name, file.toString('base64')])),
  };
}

type Face = Pick<FontPiece, 'family' | 'weight'>;

function nameOf({ family, weight }: Face): string {
  return `${family.replaceAll(' ', '-')}-${weight}`;
}

async function cutFor({ root, piecesOf }: BundledFonts, face: Face, words: string) {
  const codes = codesOf(words).filter((code) => standsAlone(code, words));
  const pieces = new Set<FontPiece>();
  for (const code of codes) {
    const piece = piecesOf.get(code)?.find((it) => nameOf(it) === nameOf(face));
    if (piece) pieces.add(piece);
  }
  const opened = await Promise.all([...pieces].map(({ path }) => openPiece(join(root, path))));
  return cutFace(
    opened.filter((piece) => piece !== null),
    new Set(codes),
  );
}

/** Whether a character is drawn the same whatever stands beside it: —— is one dash, accents go on letters. */
function standsAlone(code: number, words: string): boolean {
  if (code === 0x2014) return !words.includes('——');
  return code < 0x300 || code > 0x36f;
}

/** The same pieces are wanted by one paper after another. */
const openedPieces = new Map<string, Promise<OpenedFace | null>>();

function openPiece(file: string): Promise<OpenedFace | null> {
  const known = openedPieces.get(file);
  if (known) return known;
  const opening = readFile(file).then(openWoff2);
  openedPieces.set(file, opening);
  opening.catch(() => openedPieces.delete(file));
  return opening;
}
