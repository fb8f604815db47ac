import type { BroughtBack } from '../../../shared/contract/routes/safety.ts';

const PARTS: readonly (readonly [part: keyof BroughtBack, what: string, unit: string])[] = [
  ['reports', '资料', '篇'],
  ['notes', '批注', '条'],
  ['briefs', '参阅材料', '份'],
  ['drafts', '起草稿', '份'],
  ['versions', '历稿', '份'],
  ['settings', '设置', '项'],
  ['names', '归入的指标名', '个'],
];

/** What came back from a damaged file; null where no damaged file was replaced. */
export function broughtBackWords(back: BroughtBack | null): string | null {
  if (back === null) return null;
  const said = PARTS.filter(([part]) => Number(back[part]) > 0);
  const found = said.map(([part, what, unit]) => `${what} ${back[part]} ${unit}`).join('、');
  const read = found === '' ? '损坏的文件里没有读出别的内容。' : `从损坏的文件里另读回：${found}。`;
  return back.whole ? read : `${read}其余读不出的仍在 set-aside 里的原文件中。`;
}
