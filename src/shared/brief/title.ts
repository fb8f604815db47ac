import { chineseOrdinal } from './headings.ts';

const MOST_NAMED = 2;

/**
 * “昌城镇、皇华镇政府工作报告参阅材料”, “三镇政府工作报告参阅材料”; the plain words where no place is
 * known. A place with two reports is named once.
 */
export function usualTitle(places: readonly (string | undefined)[]): string {
  const all = [...new Set(places)];
  const names = all.filter((name) => name !== undefined);
  const sort = names.every((name) => name.endsWith('镇')) ? '镇' : '地';
  const whose =
    names.length > MOST_NAMED ? `${chineseOrdinal(names.length)}${sort}` : names.join('、');
  return `${whose}政府工作报告参阅材料`;
}
