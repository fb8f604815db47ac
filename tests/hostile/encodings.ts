/** GBK bytes of a text, by turning the decoder round: Node encodes no GB18030. Throws on what GBK has not. */
export function encodeGbk(text: string): Uint8Array {
  const table = gbkTable();
  const bytes: number[] = [];
  for (const character of text) {
    const pair = table.get(character);
    if (pair) bytes.push(...pair);
    else if (character.charCodeAt(0) < 0x80) bytes.push(character.charCodeAt(0));
    else throw new Error(`${character} has no bytes in GBK`);
  }
  return Uint8Array.from(bytes);
}

let table: Map<string, [number, number]> | undefined;

function gbkTable(): Map<string, [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return table;
}

export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const encodeUtf16le = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(text, 'utf16le'));
export const encodeUtf16be = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(text, 'utf16le').swap16());

export const withMark = (mark: readonly number[], bytes: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.from(mark), bytes]);
