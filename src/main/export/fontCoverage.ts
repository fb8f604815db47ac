import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { numerals } from '../../shared/brief/fonts.ts';
import type { BundledFonts } from './bundledFonts.ts';

/**
 * The characters of `text` that no bundled face can draw, each once, in the order they appear. The
 * pieces' ranges promise some symbols that are not in them, so the pieces themselves are asked, but for
 * ordinary Chinese and Latin characters, where the promise is kept.
 */
export function findUncovered(fonts: BundledFonts, text: string): string[] {
  const own = fonts.punctuationFile === null ? '' : numerals;
  return [...new Set(text)].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0x20 || own.includes(character)) return false;
    const promised = fonts.piecesOf.get(code) ?? [];
    return isOrdinary(code)
      ? promised.length === 0
      : !promised.some(({ path }) => codesIn(join(fonts.root, path)).has(code));
  });
}

function isOrdinary(code: number): boolean {
  return code < 0x7f || (code >= 0x4e00 && code <= 0x9fff);
}

const codesByFile = new Map<string, ReadonlySet<number>>();

function codesIn(file: string): ReadonlySet<number> {
  const known = codesByFile.get(file);
  if (known) return known;
  const codes = new Set(fontkit.create(readFileSync(file)).characterSet);
  codesByFile.set(file, codes);
  return codes;
}
