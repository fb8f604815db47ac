/**
 * Writes homophones.json: the 6,763 characters of GB 2312 grouped by syllable without tone, as
 * pinyin-pro reads them (all readings). Run: node resources/vocabulary/makeHomophones.ts
 */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const groups = new Map<string, string>();
const decoder = new TextDecoder('gb2312');
for (let row = 0xb0; row <= 0xf7; row += 1) {
  for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
    const character = decoder.decode(Uint8Array.of(row, cell));
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true });
    for (const reading of new Set(readings)) {
      groups.set(reading, (groups.get(reading) ?? '') + character);
    }
  }
}
const homophones = {
  source: 'GB 2312 的 6763 个汉字,按 pinyin-pro 3.29.4(MIT)的读音分组,不计声调,多音字入各组',
  groups: [...groups]
    .sort()
    .map(([, characters]) => characters)
    .filter((characters) => characters.length > 1),
};
writeFileSync(
  new URL('homophones.json', import.meta.url),
  `${JSON.stringify(homophones, null, 1)}\n`,
);
