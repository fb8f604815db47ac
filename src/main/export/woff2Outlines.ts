/** Length of what stands before the streams of a transformed glyf table. */
export const outlineLength = 36;

/** Reads one stream of the table from its beginning. */
class Stream {
  readonly bytes: Buffer;
  at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  byte(): number {
    const value = this.bytes.readUInt8(this.at);
    this.at += 1;
    return value;
  }

  short(): number {
    const value = this.bytes.readInt16BE(this.at);
    this.at += 2;
    return value;
  }

  /** 255UInt16: one byte up to 252, else two or three. */
  count(): number {
    const code = this.byte();
    if (code === 253) return this.short() & 0xffff;
    if (code === 254) return this.byte() + 506;
    return code === 255 ? this.byte() + 253 : code;
  }
}

/**
 * Glyphs of a transformed glyf table (WOFF 2.0, section 5.1) as a TrueType file writes them, without
 * hints. A glyph without outline is an empty buffer; one put together of others, and those behind it, are
 * left out: the faces that come with the app have none.
 */
export function readOutlines(table: Buffer, wanted: ReadonlySet<number>): Map<number, Buffer> {
  const glyphs = table.readUInt16BE(4);
  let at = outlineLength;
  // Numbers of contours, of points, flags, coordinates; parts, boxes and hints are not read.
  const [contours, points, flags, places] = [0, 1, 2, 3].map((index) => {
    const from = at;
    at += table.readUInt32BE(8 + index * 4);
    return new Stream(table.subarray(from, at));
  });
  const outlines = new Map<number, Buffer>();
  if (!contours || !points || !flags || !places) return outlines;
  for (let glyph = 0; glyph < glyphs; glyph += 1) {
    const number = contours.short();
    if (number === 0 && wanted.has(glyph)) outlines.set(glyph, Buffer.alloc(0));
    if (number < 0) return outlines;
    if (number === 0) continue;
    const ends: number[] = [];
    let last = -1;
    for (let contour = 0; contour < number; contour += 1) {
      last += points.count();
      ends.push(last);
    }
    if (wanted.has(glyph)) outlines.set(glyph, writeGlyph(ends, flags, places));
    else for (let point = 0; point <= last; point += 1) places.at += lengthOf(flags.byte());
    // Hints stand in a stream of their own; their length here.
    places.count();
  }
  return outlines;
}

function lengthOf(flag: number): number {
  const kind = flag & 127;
  if (kind < 84) return 1;
  if (kind < 120) return 2;
  return kind < 124 ? 3 : 4;
}

const signed = (flag: number, value: number) => ((flag & 1) === 1 ? value : -value);

/** The step of one point, from the triplet coding of section 5.2. */
function readStep(flag: number, places: Stream): [x: number, y: number] {
  const kind = flag & 127;
  const first = places.byte();
  if (kind < 10) return [0, signed(kind, ((kind & 14) << 7) + first)];
  if (kind < 20) return [signed(kind, (((kind - 10) & 14) << 7) + first), 0];
  if (kind < 84) {
    const rest = kind - 20;
    return [
      signed(kind, 1 + (rest & 0x30) + (first >> 4)),
      signed(kind >> 1, 1 + ((rest & 0x0c) << 2) + (first & 15)),
    ];
  }
  const second = places.byte();
  if (kind < 120) {
    const rest = kind - 84;
    return [
      signed(kind, 1 + (Math.floor(rest / 12) << 8) + first),
      signed(kind >> 1, 1 + (((rest % 12) >> 2) << 8) + second),
    ];
  }
  const third = places.byte();
  if (kind < 124) {
    return [
      signed(kind, (first << 4) + (second >> 4)),
      signed(kind >> 1, ((second & 15) << 8) + third),
    ];
  }
  return [signed(kind, (first << 8) + second), signed(kind >> 1, (third << 8) + places.byte())];
}

/** A simple glyph with the points that come next in the streams, its coordinates as short as they can be. */
function writeGlyph(ends: number[], flags: Stream, places: Stream): Buffer {
  const points = (ends.at(-1) ?? -1) + 1;
  const glyph = Buffer.alloc(10 + ends.length * 2 + 2 + points * 5 + 3);
  let [x, y] = [0, 0];
  const [xs, ys, kinds]: [number[], number[], number[]] = [[], [], []];
  const box = [32767, 32767, -32768, -32768] as [number, number, number, number];
  for (let point = 0; point < points; point += 1) {
    const flag = flags.byte();
    const [stepX, stepY] = readStep(flag, places);
    x += stepX;
    y += stepY;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
    xs.push(stepX);
    ys.push(stepY);
    const onCurve = flag < 128 ? 1 : 0;
    kinds.push(onCurve | kindOf(stepX, 2, 16) | kindOf(stepY, 4, 32));
  }
  let at = glyph.writeInt16BE(ends.length);
  for (const edge of box) at = glyph.writeInt16BE(edge, at);
  for (const end of ends) at = glyph.writeUInt16BE(end, at);
  at = glyph.writeUInt16BE(0, at);
  at = writeKinds(glyph, at, kinds);
  for (const [steps, short, same] of [
    [xs, 2, 16],
    [ys, 4, 32],
  ] as const) {
    for (const [index, step] of steps.entries()) {
      const kind = kinds[index] ?? 0;
      if ((kind & short) !== 0) at = glyph.writeUInt8(Math.abs(step), at);
      else if ((kind & same) === 0) at = glyph.writeInt16BE(step, at);
    }
  }
  // Every glyph begins at a multiple of four.
  return glyph.subarray(0, (at + 3) & ~3);
}

/** How a step is written: not at all where it is 0, as one byte with its sign in the flag, or as two. */
function kindOf(step: number, short: number, same: number): number {
  if (step === 0) return same;
  if (Math.abs(step) > 255) return 0;
  return short | (step > 0 ? same : 0);
}

/** Writes the points' flags, equal ones in a row as one with a count. */
function writeKinds(glyph: Buffer, from: number, kinds: number[]): number {
  let at = from;
  for (let index = 0; index < kinds.length; ) {
    const kind = kinds[index] ?? 0;
    let run = 1;
    while (run < 256 && kinds[index + run] === kind) run += 1;
    if (run > 2) {
      at = glyph.writeUInt8(kind | 8, at);
      at = glyph.writeUInt8(run - 1, at);
      index += run;
    } else {
      at = glyph.writeUInt8(kind, at);
      index += 1;
    }
  }
  return at;
}
