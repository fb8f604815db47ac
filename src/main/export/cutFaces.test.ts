import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { describe, expect, it } from 'vitest';
import { chooseFonts, fontRoles } from '../../shared/brief/fonts.ts';
import { codesOf, readBundledFonts } from './bundledFonts.ts';
import { cutFaces } from './cutFaces.ts';
import { openWoff2 } from './woff2.ts';

const bundled = readBundledFonts('node_modules', 'resources/fonts');
const words = '昌城镇2019年报告：旱厕改造4774户，“三清一增”——鄌郚，Ｔ㎡。';

function inEveryRole(text: string): Parameters<typeof cutFaces>[3] {
  return { title: text, body: text, heading: text, kai: text, song: text };
}

/** What fontkit, which reads woff2 by its own code, draws for a character. */
function drawing(file: Buffer, code: number) {
  const { path, advanceWidth } = fontkit.create(file).glyphForCodePoint(code);
  return { path: path.toSVG(), advanceWidth };
}

describe('faces cut for a paper', () => {
  it('draw each character as the piece it was taken from', async () => {
    const { files } = await cutFaces(bundled, chooseFonts([]), '/fonts/', inEveryRole(words));
    const compared = { 'Noto-Serif-SC-400': 400, 'Noto-Serif-SC-700': 700, 'LXGW-WenKai-400': 400 };
    for (const [name, weight] of Object.entries(compared)) {
      const face = Buffer.from(files[`${name}.ttf`] ?? '', 'base64');
      const inIt = codesOf(words).filter((code) => fontkit.create(face).hasGlyphForCodePoint(code));
      expect(inIt.length).toBeGreaterThan(25);
      for (const code of inIt) {
        const family = name.replace(/-\d+$/u, '').replaceAll('-', ' ');
        const piece = bundled.piecesOf
          .get(code)
          ?.find((it) => it.family === family && it.weight === weight);
        const whole = readFileSync(join(bundled.root, piece?.path ?? ''));
        expect(drawing(face, code), String.fromCodePoint(code)).toEqual(drawing(whole, code));
      }
    }
  });

  it('have what a role sets and leave the rest, and a dash of two signs, to the pieces', async () => {
    const roles = { ...inEveryRole(''), title: '昌城镇', body: words };
    const { css } = await cutFaces(bundled, chooseFonts([]), '/fonts/', roles);
    const rulesFor = (family: string, weight: number) =>
      [...css.matchAll(/@font-face \{[^}]*\}/gu)]
        .map(([rule]) => rule)
        .filter((rule) => rule.includes(`'${family}'`) && rule.includes(`weight: ${weight}`));
    const cut = (family: string, weight: number) =>
      rulesFor(family, weight)
        .filter((rule) => rule.includes('.ttf'))
        .join('');
    const hex = (character: string) => `U+${character.codePointAt(0)?.toString(16)}`;
    expect(cut('Noto Serif SC', 700)).toContain(hex('昌'));
    expect(cut('Noto Serif SC', 700)).not.toContain(hex('厕'));
    expect(cut('Noto Serif SC', 400)).toContain(hex('厕'));
    expect(cut('Noto Serif SC', 400)).not.toContain('U+2014');
    const pieces = rulesFor('Noto Serif SC', 700).filter((rule) => rule.includes('.woff2'));
    expect(pieces.join('')).toContain(hex('厕'));
    expect(pieces.join('')).not.toContain(hex('昌'));
  });

  it('are none where the office’s own faces play every role', async () => {
    const office = ['方正小标宋简体', 'FangSong', 'SimHei', 'KaiTi', 'SimSun'];
    const fonts = chooseFonts(office);
    expect(fontRoles.some((role) => fonts[role].bundled)).toBe(false);
    const { css, files } = await cutFaces(bundled, fonts, '/fonts/', inEveryRole(words));
    expect(files).toEqual({});
    expect(css).toContain("url('/fonts/@fontsource/noto-serif-sc/");
  });
});

describe('a woff2 file', () => {
  it('that is none is not opened', async () => {
    expect(await openWoff2(readFileSync('resources/fonts/punctuation.ttf'))).toBeNull();
    expect(await openWoff2(Buffer.from('wOF2'))).toBeNull();
  });
});
