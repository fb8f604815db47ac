const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const valueByCode = new Map(
  [...alphabet].map((character, value) => [character.charCodeAt(0), value]),
);

/** Reads signed bytes from base64; padding and unknown characters end the data. */
export function decodeBytes(encoded: string): Int8Array {
  const bytes = new Int8Array(Math.floor((encoded.replace(/=+$/, '').length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (let at = 0; at < encoded.length && length < bytes.length; at += 1) {
    const value = valueByCode.get(encoded.charCodeAt(at));
    if (value === undefined) break;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (buffer >> bits) & 0xff;
    length += 1;
  }
  return bytes;
}
