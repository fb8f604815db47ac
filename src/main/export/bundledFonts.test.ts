import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundledFontFiles, fontFaceCss, readBundledFonts } from './bundledFonts.ts';
import { findUncovered } from './fontCoverage.ts';

const fonts = readBundledFonts('node_modules', 'resources/fonts');

describe('the bundled faces', () => {
  it('are all there and stay below 16 MB together', () => {
    const files = [...bundledFontFiles(fonts).values()];
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(16_000_000);
  });

  it('are served only in the pieces a text needs', () => {
    const some = fontFaceCss(fonts, '/fonts/', '镇政府工作报告');
    const pieces = some.match(/@font-face/g)?.length ?? 0;
    expect(pieces).toBeGreaterThan(4);
    expect(pieces).toBeLessThan(fonts.pieces.length / 4);
    expect(some).toContain("url('/fonts/@fontsource/noto-serif-sc/files/");
    for (const [, address = ''] of some.matchAll(/url\('\/fonts\/([^']*)'\)/g)) {
      expect(bundledFontFiles(fonts).has(address)).toBe(true);
    }
  });

  it('draw half-width marks full-width only where the face for that is there', () => {
    expect(fontFaceCss(fonts, '/fonts/', '镇')).toContain('Zhenjian Punctuation');
    const without = readBundledFonts('node_modules');
    expect(fontFaceCss(without, '/fonts/', '镇')).not.toContain('Zhenjian Punctuation');
  });
});

describe('missing characters', () => {
  it('are none in ordinary and in rarer place names', () => {
    expect(findUncovered(fonts, '昌城镇2019年报告：“三清一增”，堽城、鄌郚、洑口。')).toEqual([]);
  });

  it('are none among the signs that reports use', () => {
    const signs = '①⑩㎡℃‰○●◆→×±≥Ⅰ类Ⅲ类Ⅻ〔2019〕【】—…～·％';
    expect(findUncovered(fonts, signs)).toEqual([]);
  });

  it('are named though a piece’s range promises them', () => {
    expect(findUncovered(fonts, '好\u{1F600}')).toEqual(['\u{1F600}']);
  });

  it('are named once each', () => {
    expect(findUncovered(fonts, '甲\u{2A6DE}乙\u{2A6DE}\uE0AA')).toEqual(['\u{2A6DE}', '\uE0AA']);
  });
});
