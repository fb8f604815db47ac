/**
 * What can be seen of a short sentence that may be a run-in heading. Training and analysis share this
 * file, so that a weight always means the same.
 */

/** Number of buckets of the hashed weights; a power of two. */
export const runInBuckets = 1 << 13;

/** 4 to 22 characters, no figures, closed by a full stop. */
export const runInPhrase = /^[^。!?;:0-9]{4,22}(?=。)/;

function bucket(name: number, words: string): number {
  let hash = (0x811c9dc5 ^ name) >>> 0;
  for (let at = 0; at < words.length; at += 1)
    hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ name, 0x9e3779b1) >>> 0;
  return (hash >>> 8) & (runInBuckets - 1);
}

/** Buckets of the weights that add up to the score of `words`, followed by `next`. */
export function runInFeatures(words: string, next: string): number[] {
  const commas = words.split(',').length - 1;
  const following = next.slice(0, 2).replace(/\d/g, '0');
  const features = [
    bucket(1, ''),
    bucket(2, String(Math.min(words.length, 22))),
    bucket(3, `${commas}${words.length > 12}`),
    bucket(4, words.slice(0, 1)),
    bucket(5, words.slice(0, 2)),
    bucket(6, words.slice(0, 3)),
    bucket(7, words.slice(-1)),
    bucket(8, words.slice(-2)),
    bucket(9, words.slice(-3)),
    bucket(10, words.slice(-4)),
    bucket(11, following),
    bucket(12, following.slice(0, 1)),
  ];
  for (let at = 0; at + 2 <= words.length; at += 1)
    features.push(bucket(13, words.slice(at, at + 2)));
  return features;
}
