import { bucketOf, type TextStatistics } from '../../src/shared/report/cutFeatures.ts';
import type { TrainingReport } from './corpus.ts';

type Counts = Map<string, number>;

function count(counts: Counts, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Counts which words open sentences, which stand before a mark, and which stand side by side. */
export function countStatistics(reports: readonly TrainingReport[]): TextStatistics {
  const any: Counts = new Map();
  const opening: Counts = new Map();
  const closing: Counts = new Map();
  let openings = 0;
  let closings = 0;
  let total = 0;
  for (const line of reports.flatMap((report) => report.lines)) {
    const words = line.replace(/\s/g, '').replace(/\d/g, '0');
    let opens = true;
    for (let at = 0; at < words.length - 1; at += 1) {
      const two = words.slice(at, at + 2);
      const three = words.slice(at, at + 3);
      const keys = three.length === 3 ? [two, three] : [two];
      for (const key of keys) count(any, key);
      total += 1;
      if (opens) {
        for (const key of keys) count(opening, key);
        openings += 1;
      }
      opens = '。!?'.includes(words[at] ?? '');
      if (',。;'.includes(words[at + 2] ?? ',')) {
        count(closing, two);
        closings += 1;
      }
    }
  }
  const pairs = new Map([...any].filter(([key]) => key.length === 2));
  return {
    opens: logRatios(1 << 14, opening, any, openings / total),
    closes: logRatios(1 << 13, closing, pairs, closings / total),
    pairs: logarithms(1 << 15, pairs),
  };
}

function bucketed(size: number, counts: Counts): Float64Array {
  const sums = new Float64Array(size);
  for (const [key, value] of counts) {
    const bucket = bucketOf(size, ...[...key].map((one) => one.charCodeAt(0)));
    sums[bucket] = (sums[bucket] ?? 0) + value;
  }
  return sums;
}

/** Sixteenths of a doubling against the average share `base`, one half added to each count. */
function logRatios(size: number, part: Counts, whole: Counts, base: number): Int8Array {
  const parts = bucketed(size, part);
  const wholes = bucketed(size, whole);
  return Int8Array.from(parts, (value, bucket) => {
    const ratio = (value + 0.5 * base) / ((wholes[bucket] ?? 0) + 0.5) / base;
    return clamp(Math.log2(ratio) * 16);
  });
}

function logarithms(size: number, counts: Counts): Int8Array {
  return Int8Array.from(bucketed(size, counts), (value) => clamp(Math.log2(1 + value) * 6));
}

export function clamp(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value)));
}
