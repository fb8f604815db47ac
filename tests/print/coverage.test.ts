import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { findUncovered, readBundledFonts } from '../../src/main/export/bundledFonts.ts';

const fonts = readBundledFonts('node_modules', 'resources/fonts');

describe('the bundled pieces', () => {
  let faces: { codes: number[]; isTrueType: boolean }[];

  beforeAll(() => {
    faces = fonts.pieces.map(({ path }) => {
      const face = fontkit.create(readFileSync(`node_modules/${path}`));
      return { codes: face.characterSet, isTrueType: !('CFF ' in face) && !('CFF2' in face) };
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

  it('have no Kangxi radicals, which would be copied for the characters they look like', () => {
    const radicals = faces.flatMap(({ codes }) =>
      codes.filter((code) => code >= 0x2f00 && code <= 0x2fdf),
    );
    expect(radicals).toEqual([]);
  });

  it('are drawn with TrueType outlines', () => {
    expect(faces.filter(({ isTrueType }) => !isTrueType)).toEqual([]);
  });
});
