/** Bytes that grow while they are written. Numbers are varints: seven bits a byte, the lowest first. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** @param value a whole number from 0 to 2^42 − 1. */
  writeVarint(value: number): void {
    this.#reserve(6);
    let rest = value;
    for (; rest > 0x7fff_ffff; rest = Math.floor(rest / 0x80)) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80;
    }
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#length++] = rest;
  }

  writeBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** The bytes written so far, valid until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  reset(): void {
    this.#length = 0;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.view());
    this.#bytes = grown;
  }
}

export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  readVarint(): number {
    let value = 0;
    for (let weight = 1; ; weight *= 0x80) {
      const byte = this.bytes[this.at++] as number;
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value;
    }
  }
}

/** Appends ascending clause numbers as gaps, the first one counted from `base`. */
export function writeGaps(writer: ByteWriter, clauses: ArrayLike<number>, base: number): void {
  let previous = base;
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i] as number;
    writer.writeVarint(clause - previous);
    previous = clause;
  }
}

/**
 * Decodes gaps into `target` from index `at`.
 * @returns the index behind the last number written.
 */
export function readGaps(bytes: Uint8Array, base: number, target: Int32Array, at: number): number {
  let previous = base;
  let filled = at;
  const length = bytes.length;
  for (let i = 0; i < length; ) {
    let byte = bytes[i++] as number;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[i++] as number;
      gap |= (byte & 0x7f) << shift;
    }
    previous += gap;
    target[filled++] = previous;
  }
  return filled;
}

/**
 * Keeps those of the ascending numbers `kept[from…to)` that are among the gaps, moving them to `at`.
 * Numbers above the last gap's are dropped.
 * @returns the index behind the last number kept.
 */
export function keepGaps(
  bytes: Uint8Array,
  base: number,
  kept: Int32Array,
  from: number,
  to: number,
  at: number,
): number {
  let previous = base;
  let next = from;
  let filled = at;
  const length = bytes.length;
  if (next >= to) return filled;
  let wanted = kept[next] as number;
  for (let i = 0; i < length; ) {
    let byte = bytes[i++] as number;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[i++] as number;
      gap |= (byte & 0x7f) << shift;
    }
    previous += gap;
    while (wanted < previous) {
      if (++next === to) return filled;
      wanted = kept[next] as number;
    }
    if (wanted === previous) {
      kept[filled++] = wanted;
      if (++next === to) return filled;
      wanted = kept[next] as number;
    }
  }
  return filled;
}
