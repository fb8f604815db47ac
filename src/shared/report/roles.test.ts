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

it('takes the sections of 工作思路 for tasks where no other chapter holds them', () => {
  const sections = '(一)做强产业\n新建茶园300亩,引进企业2家。\n(二)改善民生\n新建学校1所。\n';
  const text = `${chapters('一、2016年工作回顾', '二、2017年工作思路')}${sections}`;
  expect(rolesOf(text)).toEqual(['review', 'requirements', 'tasks']);
  const followed = `${text}三、2017年重点任务\n修路3公里,建桥1座,群众出行更加方便。\n`;
  expect(rolesOf(followed)).toEqual(['review', 'requirements', 'tasks']);
  expect(rolesOf(chapters('一、2016年工作回顾', '二、2017年总体要求'))).toEqual([
    'review',
    'requirements',
  ]);
});

it.each([
  '各位代表,成绩是主要的,但问题也不少。一是农业基础设施老化;二是企业规模小。',
  '我们也看到,集体经济薄弱、青壮年外流等问题亟待解决。',
  '尽管如此,我们仍清醒地看到发展中的问题。产业融合不够深入。',
  '过去的一年,虽然取得了一些成绩,但与兄弟乡镇相比差距还很大。',
  '当然,工作中还有不少困难和问题。企业规模偏小。',
  '成绩来之不易,困难仍需正视。主要是:集镇停车难。',
  '存在的主要问题:一是农业基础脆弱;二是企业效益不高。',
])('hears a review turn to what it lacks in “%s”', (sentence) => {
  const text = `${chapters('一、2016年工作回顾')}${sentence}\n二、2017年工作安排\n修路3公里,建桥1座。\n`;
  expect(rolesOf(text)).toEqual(['review', 'shortcomings', 'tasks']);
});

it.each([
  '针对农业基础薄弱的问题,我们投入资金80万元。',
  '解决了310户群众吃水困难的问题,妥善处理移民遗留问题210件。',
])('hears none in “%s”', (sentence) => {
  const text = `${chapters('一、2016年工作回顾')}${sentence}\n二、2017年工作安排\n修路3公里,建桥1座。\n`;
  expect(rolesOf(text)).toEqual(['review', 'tasks']);
});

it('begins the closing where the deputies are addressed, not at 让我们', () => {
  const closing = '各位代表,船到中流浪更急。让我们撸起袖子,为建设美丽青石而奋斗!';
  const text = `${chapters('一、2016年工作回顾', '二、2017年工作安排')}${closing}`;
  const analysis = analyseReport({ titleLine: null, text, retrievedOn: null }, shippedKnowledge);
  const last = analysis.roles?.at(-1);
  expect(text.slice(last?.start, last?.end)).toBe(closing);
  expect(last?.role).toBe('closing');
});
