import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundledFonts } from '../../src/main/export/bundledFonts.ts';
import { findUncovered } from '../../src/main/export/fontCoverage.ts';

const fonts = readBundledFonts('node_modules', 'resources/fonts');

describe('the bundled pieces', () => {
  let faces: { codes: number[]; glyphOf: (code: number) => number; isTrueType: boolean }[];

  beforeAll(() => {
    faces = fonts.pieces.map(({ path }) => {
      const face = fontkit.create(readFileSync(`node_modules/${path}`));
      return {
        codes: face.characterSet,
        glyphOf: (code) => face.glyphForCodePoint(code).id,
        isTrueType: !('CFF ' in face) && !('CFF2' in face),
      };
    });
  });

  it('hold every ordinary character that their ranges promise', () => {
    const codes = new Set(faces.flatMap((face) => face.codes));
    const ordinary = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) => 0x4e00 + index);
    const broken = ordinary.filter(
      (code) => !codes.has(code) && findUncovered(fonts, String.fromCodePoint(code)).length === 0,
    );
    expect(broken).toEqual([]);
  });

  it('never draw a Kangxi radical with the glyph of a character: the radical would be copied', () => {
    const isLookAlike = (code: number) =>
      (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff);
    const shared = faces.flatMap(({ codes, glyphOf }) => {
      const lookAlikes = codes.filter(isLookAlike);
      if (lookAlikes.length === 0) return [];
      const ordinary = new Set(codes.filter((code) => !isLookAlike(code)).map(glyphOf));
      return lookAlikes.filter((code) => ordinary.has(glyphOf(code)));
    });
    expect(shared).toEqual([]);
  });

  it('are drawn with TrueType outlines', () => {
    expect(faces.filter(({ isTrueType }) => !isTrueType)).toEqual([]);
  });
});
