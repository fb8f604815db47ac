import { expect, it } from 'vitest';
import { analyseReport } from './analyse.ts';
import { shippedKnowledge } from './sample.cases.ts';

/** Invented reports. */
const chapters = (...headings: string[]) =>
  `各位代表:现在,我代表青石镇人民政府向大会报告工作,请予审议。\n${headings
    .map((heading) => `${heading}\n新建道路3公里,改造旱厕120户。群众生活不断改善。\n`)
    .join('')}`;

/** The roles of the text in order, without its opening. */
const rolesOf = (text: string) =>
  analyseReport({ titleLine: null, text, retrievedOn: null }, shippedKnowledge)
    .roles?.map(({ role }) => role)
    .slice(1);

it('takes a chapter on the year to come for a plan, whatever it is called', () => {
  const text = chapters(
    '一、2016年工作回顾',
    '二、2017年工作目标',
    '三、展望2017年,真抓实干谱新篇',
  );
  expect(rolesOf(text)).toEqual(['review', 'targets', 'tasks']);
});

it('takes it for a plan below a review heading that has lost its number', () => {
  const text = chapters('2017年工作回顾', '二、2018年发展目标', '三、2018年工作重点');
  expect(rolesOf(text)).toEqual(['review', 'targets', 'tasks']);
});
