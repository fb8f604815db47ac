import { localityStem, shortAutonomousName } from './divisions.ts';
import type { EvidenceRecord } from './evidence.ts';
import type { Notice } from './report.ts';

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    count += 1;
  return count;
}

/** 皇华镇 and 皇华街道, 黔东南州 and 黔东南苗族侗族自治州 are one place each. */
function isSamePlace(a: string, b: string): boolean {
  const shortened = (name: string) => localityStem(shortAutonomousName(name) ?? name);
  return shortened(a) === shortened(b);
}

/** 题名为辛兴镇，正文 8 处为皇华镇: shown side by side, decided by the person. */
export function localityConflict(record: EvidenceRecord, text: string): Notice[] {
  const stated = record.best('statedLocality');
  const actual = record.best('actualLocality');
  if (stated === null || actual === null || stated.value === actual.value) return [];
  if (isSamePlace(stated.value, actual.value)) return [];
  const actualCount = countOf(text, localityStem(actual.value));
  const statedCount = countOf(text, localityStem(stated.value));
  const also = statedCount > 0 ? `、${statedCount} 处为${stated.value}` : '';
  return [
    {
      code: 'locality-conflict',
      message: `题名为${stated.value}，正文 ${actualCount} 处为${actual.value}${also}`,
      start: actual.start,
      end: actual.end,
    },
  ];
}

/** Clues of unequal years for the plan. */
export function yearConflict(record: EvidenceRecord): Notice[] {
  const clues = record.of('planYear');
  const best = record.best('planYear');
  const other = clues.find((clue) => clue.value !== best?.value);
  if (best === null || other === undefined) return [];
  return [
    {
      code: 'year-conflict',
      message: `部署年按${best.clue}为 ${best.value} 年，按${other.clue}为 ${other.value} 年，请核对`,
    },
  ];
}
