import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportKnowledge } from '../../shared/report/knowledge.ts';
import { loadReportKnowledge } from './knowledge.ts';
import { findStructure } from './structure.ts';

let knowledge: ReportKnowledge;
beforeAll(async () => {
  knowledge = await loadReportKnowledge(join(import.meta.dirname, '..', '..', '..', 'resources'));
});

const titled = (titleLine: string | null, text: string): string =>
  findStructure({ titleLine, text, retrievedOn: null }, '材料/稿3.docx', knowledge).report.title;

describe('the title of a report', () => {
  const meeting = '（2021年1月16日在云溪镇第十六届人民代表大会第三次会议上）\n各位代表：\n';

  it('is the one the text has, without the column it was published in', () => {
    expect(titled('【云溪要闻】2021年云溪镇政府工作报告', meeting)).toBe(
      '2021年云溪镇政府工作报告',
    );
  });

  it('gets year and place where it says nothing else', () => {
    expect(titled('政府工作报告', meeting)).toBe('2021年云溪镇政府工作报告');
    expect(titled('政府工作报告', '各位代表：\n一、工作回顾')).toBe('政府工作报告');
  });

  it('is the name of the file where the text has none', () => {
    expect(titled(null, meeting)).toBe('稿3');
  });
});
