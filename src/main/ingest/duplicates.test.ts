import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateSimilarity, markContent, SIMILAR_FROM, sketchSimilarity } from './duplicates.ts';

const LINES = readFileSync(
  new URL('../../../resources/sample/weifang-reports.txt', import.meta.url),
  'utf8',
).split('\n');
const [CHANGCHENG = '', HUANGHUA = ''] = LINES.filter((line) => line.length > 3000);

const fingerprintOf = (text: string) => markContent(text).fingerprint;

const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** What an editor does between 讨论稿 and 会议稿: one sentence in `step` reworded. */
const revise = (text: string, step: number) =>
  text
    .split('。')
    .map((sentence, index) => (index % step === 0 ? `进一步${sentence.slice(4)}` : sentence))
    .join('。');

describe('recognising the same report', () => {
  it('gives one fingerprint to a text in other widths, with other spaces and line ends', () => {
    const print = fingerprintOf(CHANGCHENG);
    expect(fingerprintOf(toFullWidth(CHANGCHENG))).toBe(print);
    expect(fingerprintOf(CHANGCHENG.replaceAll('。', '。\r\n　　'))).toBe(print);
    expect(fingerprintOf(CHANGCHENG.replaceAll(' ', ''))).toBe(print);
    expect(print).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives another fingerprint when one figure changes', () => {
    expect(fingerprintOf(CHANGCHENG.replace('1.87亿元', '1.88亿元'))).not.toBe(
      fingerprintOf(CHANGCHENG),
    );
  });

  it('does not depend on white space anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        const joined = fingerprintOf(parts.join(''));
        return fingerprintOf(parts.join(' \n　')) === joined;
      }),
    );
  });

  it('finds a revised draft similar and another town’s report not', () => {
    const sketch = sketchSimilarity(CHANGCHENG);
    expect(estimateSimilarity(sketch, sketchSimilarity(revise(CHANGCHENG, 6)))).toBeGreaterThan(
      SIMILAR_FROM,
    );
    expect(estimateSimilarity(sketch, sketchSimilarity(HUANGHUA))).toBeLessThan(0.1);
    expect(estimateSimilarity(sketch, sketch)).toBe(1);
  });

  it('does not take a report of the next year, every second sentence and every figure new, for a version', () => {
    const others = HUANGHUA.split('。');
    const nextYear = CHANGCHENG.replaceAll(/\d/g, (digit) => `${(+digit + 3) % 10}`)
      .split('。')
      .map((sentence, index) => (index % 2 === 0 ? others[index] : sentence))
      .join('。');
    expect(
      estimateSimilarity(sketchSimilarity(CHANGCHENG), sketchSimilarity(nextYear)),
    ).toBeLessThan(SIMILAR_FROM);
  });

  it('estimates the share of common runs within a tenth', () => {
    const body = CHANGCHENG.replaceAll(/\s/g, '');
    const half = body.slice(0, Math.floor(body.length / 2));
    expect(
      Math.abs(estimateSimilarity(sketchSimilarity(body), sketchSimilarity(half)) - 0.5),
    ).toBeLessThan(0.1);
  });

  it('keeps sketches small and knows nothing of texts too short to compare', () => {
    expect(sketchSimilarity(CHANGCHENG.repeat(5)).length).toBeLessThanOrEqual(1368);
    expect(sketchSimilarity('政府')).toBe('');
    expect(estimateSimilarity('', sketchSimilarity(CHANGCHENG))).toBe(0);
  });
});
