import { expect, it } from 'vitest';
import { broughtBackWords } from './words.ts';

const NOTHING = { reports: 0, notes: 0, briefs: 0, drafts: 0, versions: 0, settings: 0, names: 0 };

it('says what came back from a damaged file, and whether something could not be read', () => {
  expect(broughtBackWords(null)).toBeNull();
  expect(broughtBackWords({ ...NOTHING, notes: 2, versions: 3, whole: true })).toBe(
    '从损坏的文件里另读回：批注 2 条、历稿 3 份。',
  );
  expect(broughtBackWords({ ...NOTHING, settings: 1, whole: false })).toBe(
    '从损坏的文件里另读回：设置 1 项。其余读不出的仍在 set-aside 里的原文件中。',
  );
  expect(broughtBackWords({ ...NOTHING, whole: true })).toBe('损坏的文件里没有读出别的内容。');
});
