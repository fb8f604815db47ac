import { expect, it } from 'vitest';
import { findTerms } from './terms.ts';
import { readView } from './view.ts';

function termsOf(text: string): [string, string | null][] {
  return findTerms(readView(text)).map(({ term, explanation }) => [
    term,
    explanation === null ? null : text.slice(explanation.start, explanation.end),
  ]);
}

it.each([
  [
    'a slogan of figures',
    '按照“1253”工作思路,即围绕一个目标,突出五项重点。',
    '1253',
    '围绕一个目标,突出五项重点',
  ],
  ['a coined term', '扎实推进“三清一增”行动。', '三清一增', null],
  [
    'a term explained in brackets',
    '落实“两不愁”(即不愁吃、不愁穿)要求。',
    '两不愁',
    '不愁吃、不愁穿',
  ],
  [
    'a term explained after a noun',
    '提倡“三事”精神,即事无巨细、事不过夜。',
    '三事',
    '事无巨细、事不过夜',
  ],
  [
    'a term explained by a list alone',
    '落实“四早”(早发现、早报告)要求。',
    '四早',
    '早发现、早报告',
  ],
  ['a term in a sentence that goes on', '落实“四早”要求立即行动。', '四早', null],
  ['a formula with plus signs', '构建“3+9+N”体系。', '3+9+N', null],
])('finds %s', (_name, text, term, explanation) => {
  expect(termsOf(text)).toEqual([[term, explanation]]);
});

it('lists a term once, and takes its explanation wherever it stands', () => {
  const text = '实施“一园两区”战略。“一园两区”就是一个园区、两个片区。';
  expect(termsOf(text)).toEqual([['一园两区', '一个园区、两个片区']]);
});

it.each(['荣获“先进单位”称号。', '“大项目突破年”活动开展。', '“人无信不立。”'])(
  'takes %s for no term',
  (text) => {
    expect(termsOf(text)).toEqual([]);
  },
);
