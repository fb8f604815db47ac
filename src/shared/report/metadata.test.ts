import { expect, it } from 'vitest';
import { analyseReport } from './analyse.ts';
import { factsCases } from './metadata.cases.ts';
import { shippedKnowledge } from './sample.cases.ts';
import { streetOfficeCases } from './streetOffice.cases.ts';

const body = '现在,我向大会报告工作。一、工作回顾过去一年,我们团结一心。各位代表,让我们努力奋斗!';

it.each([...factsCases, ...streetOfficeCases])(
  'reads $name',
  ({ title, head, tail = '', kind, facts }) => {
    const raw = { titleLine: title, text: head + body + tail, retrievedOn: null };
    const analysis = analyseReport(raw, shippedKnowledge);
    expect(analysis.kind).toBe(kind);
    expect(analysis.metadata).toMatchObject(facts);
    expect(analysis.notices.map((notice) => notice.code)).not.toContain('locality-conflict');
  },
);

it('never takes the day of copying for a year of the report', () => {
  const raw = {
    titleLine: '甲山镇政府工作报告',
    text: `各位代表:${body}`,
    retrievedOn: '2025-07-08',
  };
  const { metadata } = analyseReport(raw, shippedKnowledge);
  expect(metadata).toMatchObject({ retrievedOn: '2025-07-08', reviewYear: null, planYear: null });
});

it('reads a signature that is glued to the last sentence', () => {
  const text = `各位代表:${body}甲山镇人民政府2019年4月`;
  const { metadata } = analyseReport(
    { titleLine: null, text, retrievedOn: null },
    shippedKnowledge,
  );
  expect(metadata).toMatchObject({
    signedBy: '甲山镇人民政府',
    deliveredOn: '2019-04',
    planYear: 2019,
  });
});

it('shows years that disagree side by side', () => {
  const text = `2018年11月20日在甲山镇第三届人民代表大会第二次会议上各位代表:${body}`;
  const raw = { titleLine: '2018年甲山镇政府工作报告', text, retrievedOn: null };
  const { notices } = analyseReport(raw, shippedKnowledge);
  expect(notices.find((one) => one.code === 'year-conflict')?.message).toContain('2019');
});
