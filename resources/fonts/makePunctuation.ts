/*
 * Makes punctuation.ttf from Noto Serif SC, for three needs.
 * The full-width ，；：！？（） stand under the codes of the half-width ones. Web pages turn the full-width
 * marks of a report into half-width ones; a quotation may not be altered, and yet should look as it did in
 * the report. With this face it does: what is drawn is ，, what stands in the file, and what is copied out
 * of it, is the comma of the source.
 * （续） stands above a quotation that goes on from the page before; it is written after printing.
 * The numerals Ⅰ–Ⅻ (Ⅲ类水质), which none of the bundled faces has, are put together from I, V and X.
 *
 * Run from the repository's root: node resources/fonts/makePunctuation.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { readBundledFonts } from '../../src/main/export/bundledFonts.ts';

const drawnAs: Record<string, string> = {
  '!': '！',
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  续: '续',
  '（': '（',
  '）': '）',
};
const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const firstNumeral = 0x2160;
// It stands in every PDF that uses the face, also in drafts, which name no program.
const family = 'Wide Marks';

interface Point {
  x: number;
  y: number;
  on: boolean;
}

interface Drawn {
  code: number;
  advance: number;
  contours: Point[][];
}

interface SourceFont {
  unitsPerEm: number;
  ascent: number;
  descent: number;
  glyphForCodePoint(code: number): {
    advanceWidth: number;
    path: { commands: { command: string; args: number[] }[] };
  };
}

const { root, pieces } = readBundledFonts('node_modules');

function openPieceWith(character: string): SourceFont {
  const code = character.codePointAt(0) ?? 0;
  const piece = pieces.find(
    ({ weight, ranges }) =>
      weight === 400 && ranges.some(([from, to]) => from <= code && code <= to),
  );
  if (!piece) throw new Error(`no bundled piece holds ${character}`);
  return fontkit.create(readFileSync(`${root}/${piece.path}`)) as unknown as SourceFont;
}

function contoursOf(commands: { command: string; args: number[] }[]): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    const [x = 0, y = 0, endX = 0, endY = 0] = args.map(Math.round);
    const current = contours.at(-1);
    if (command === 'moveTo') contours.push([{ x, y, on: true }]);
    else if (command === 'lineTo') current?.push({ x, y, on: true });
    else if (command === 'quadraticCurveTo') {
      current?.push({ x, y, on: false }, { x: endX, y: endY, on: true });
    } else if (command !== 'closePath') throw new Error(`not a TrueType outline: ${command}`);
  }
  return contours.map((contour) => {
    const [first, last] = [contour[0], contour.at(-1)];
    const closes = contour.length > 1 && last?.on && first?.x === last.x && first.y === last.y;
    return closes ? contour.slice(0, -1) : contour;
  });
}

const uint16 = (...values: number[]) =>
  Buffer.from(values.flatMap((v) => [(v >> 8) & 255, v & 255]));
const uint32 = (value: number) => uint16(value >>> 16, value & 0xffff);

function glyfOf(contours: Point[][]): Buffer {
  const points = contours.flat();
  if (points.length === 0) return Buffer.alloc(0);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  let end = -1;
  const ends = contours.map((contour) => {
    end += contour.length;
    return end;
  });
  const steps = (values: number[]) =>
    values.map((value, index) => value - (values[index - 1] ?? 0));
  const body = Buffer.concat([
    uint16(contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)),
    uint16(...ends, 0),
    Buffer.from(points.map(({ on }) => (on ? 1 : 0))),
    uint16(...steps(xs)),
    uint16(...steps(ys)),
  ]);
  return Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
}

function cmapOf(drawn: Drawn[]): Buffer {
  const codes = [...drawn.map(({ code }) => code), 0xffff];
  const deltas = codes.map((code, index) => (code === 0xffff ? 1 : index + 1 - code) & 0xffff);
  const segments = codes.length;
  const power = 2 ** Math.floor(Math.log2(segments));
  const table = Buffer.concat([
    uint16(segments * 2, power * 2, Math.log2(power), (segments - power) * 2),
    uint16(...codes, 0, ...codes, ...deltas, ...codes.map(() => 0)),
  ]);
  return Buffer.concat([uint16(0, 1, 3, 1), uint32(12), uint16(4, table.length + 6, 0), table]);
}

function nameOf(): Buffer {
  const names: [number, string][] = [
    [0, 'Glyphs of Noto Serif SC, © Adobe and Google'],
    [1, family],
    [2, 'Regular'],
    [3, `${family} 1`],
    [4, family],
    [5, 'Version 1.0'],
    [6, family.replace(' ', '')],
    [13, 'SIL Open Font License, Version 1.1'],
    [14, 'https://openfontlicense.org'],
  ];
  let offset = 0;
  const texts = names.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const records = names.map(([id], index) => {
    const length = texts[index]?.length ?? 0;
    offset += length;
    return uint16(3, 1, 0x409, id, length, offset - length);
  });
  return Buffer.concat([uint16(0, names.length, 6 + names.length * 12), ...records, ...texts]);
}

/** The letters of a numeral side by side, narrowed where they would be wider than one cell. */
function drawNumeral(letters: string, index: number, em: number): Drawn {
  let width = 0;
  const placed = [...letters].flatMap((letter) => {
    const glyph = openPieceWith(letter).glyphForCodePoint(letter.charCodeAt(0));
    const left = width;
    width += glyph.advanceWidth;
    return contoursOf(glyph.path.commands).map((contour) =>
      contour.map((point) => ({ ...point, x: point.x + left })),
    );
  });
  const scale = Math.min(1, em / width);
  const margin = (em - width * scale) / 2;
  return {
    code: firstNumeral + index,
    advance: em,
    contours: placed.map((contour) =>
      contour.map((point) => ({ ...point, x: Math.round(point.x * scale + margin) })),
    ),
  };
}

const metrics = openPieceWith('，');
const marks: Drawn[] = Object.entries(drawnAs).map(([code, shown]) => {
  const glyph = openPieceWith(shown).glyphForCodePoint(shown.codePointAt(0) ?? 0);
  return {
    code: code.charCodeAt(0),
    advance: Math.round(glyph.advanceWidth),
    contours: contoursOf(glyph.path.commands),
  };
});
const drawn = [
  ...marks,
  ...numerals.map((letters, index) => drawNumeral(letters, index, metrics.unitsPerEm)),
].sort((a, b) => a.code - b.code);
const glyphs = [Buffer.alloc(0), ...drawn.map(({ contours }) => glyfOf(contours))];
const points = drawn.flatMap(({ contours }) => contours.flat());
const bounds = [
  Math.min(...points.map(({ x }) => x)),
  Math.min(...points.map(({ y }) => y)),
  Math.max(...points.map(({ x }) => x)),
  Math.max(...points.map(({ y }) => y)),
] as const;
const em = metrics.unitsPerEm;
const [ascent, descent] = [Math.round(metrics.ascent), Math.round(metrics.descent)];
const offsets = glyphs.map((_, index) =>
  glyphs.slice(0, index).reduce((sum, g) => sum + g.length, 0),
);
const glyf = Buffer.concat(glyphs);
const zeroes = (count: number) => new Array<number>(count).fill(0);

const tables: [string, Buffer][] = [
  [
    'OS/2',
    Buffer.concat([
      uint16(4, em, 400, 5, 0, ...zeroes(11)),
      Buffer.alloc(10 + 16),
      Buffer.from('ZHJN'),
      uint16(0x40, 0x21, 0x3f, ascent, descent, 0, ascent, -descent),
      Buffer.alloc(8),
      uint16(0, 0, 0, 0x20, 1),
    ]),
  ],
  ['cmap', cmapOf(drawn)],
  ['glyf', glyf],
  [
    'head',
    Buffer.concat([
      uint16(1, 0, 1, 0),
      uint32(0),
      uint32(0x5f0f3cf5),
      uint16(3, em),
      Buffer.alloc(16),
      uint16(...bounds, 0, 8, 2, 1, 0),
    ]),
  ],
  [
    'hhea',
    uint16(
      1,
      0,
      ascent,
      descent,
      0,
      em,
      bounds[0],
      0,
      bounds[2],
      1,
      0,
      ...zeroes(6),
      glyphs.length,
    ),
  ],
  [
    'hmtx',
    Buffer.concat([
      uint16(em, 0),
      ...drawn.map(({ advance, contours }) =>
        uint16(advance, Math.min(...contours.flat().map(({ x }) => x))),
      ),
    ]),
  ],
  ['loca', Buffer.concat([...offsets.map(uint32), uint32(glyf.length)])],
  [
    'maxp',
    uint16(
      1,
      0,
      glyphs.length,
      Math.max(...drawn.map(({ contours }) => contours.flat().length)),
      Math.max(...drawn.map(({ contours }) => contours.length)),
      ...[0, 0, 2, ...zeroes(8)],
    ),
  ],
  ['name', nameOf()],
  ['post', Buffer.concat([uint16(3, 0), Buffer.alloc(28)])],
];

function checksum(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

function assemble(): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  let offset = 12 + tables.length * 16;
  const records = tables.map(([tag, table]) => {
    const record = [
      Buffer.from(tag),
      uint32(checksum(table)),
      uint32(offset),
      uint32(table.length),
    ];
    offset += table.length + (-table.length & 3);
    return Buffer.concat(record);
  });
  return Buffer.concat([
    uint16(1, 0, tables.length, power * 16, Math.log2(power), (tables.length - power) * 16),
    ...records,
    ...tables.map(([, table]) => Buffer.concat([table, Buffer.alloc(-table.length & 3)])),
  ]);
}

const unsigned = assemble();
const head = tables.find(([tag]) => tag === 'head')?.[1];
head?.writeUInt32BE((0xb1b0afba - checksum(unsigned)) >>> 0, 8);
writeFileSync('resources/fonts/punctuation.ttf', assemble());
