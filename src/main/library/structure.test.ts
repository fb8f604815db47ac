import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportKnowledge } from '../../shared/report/knowledge.ts';
import { loadReportKnowledge } from './knowledge.ts';
import { findStructure } from './structure.ts';

let knowledge: ReportKnowledge;
beforeAll(async () => {
  knowledge = await loadReportKnowledge(join(import.meta.dirname, '..', '..', '..', 'resources'));
});

const titled = (titleLine: string | null, text: string, file = '材料/稿3.docx'): string =>
  findStructure({ titleLine, text, retrievedOn: null }, file, knowledge).report.title;

describe('the title of a report', () => {
  const meeting = '（2021年1月16日在云溪镇第十六届人民代表大会第三次会议上）\n各位代表：\n';

  it('is the one the text has, without the column it was published in', () => {
    expect(titled('【云溪要闻】2021年云溪镇政府工作报告', meeting)).toBe(
      '2021年云溪镇政府工作报告',
    );
  });

  it('gets year and place where it says nothing else', () => {
    expect(titled('政府工作报告', meeting)).toBe('2021年云溪镇政府工作报告');
    expect(titled('政 府 工 作 报 告', meeting)).toBe('2021年云溪镇政府工作报告');
    expect(titled('政府工作报告', '各位代表：\n一、工作回顾')).toBe('政府工作报告');
  });

  it('is the name of the file where the text has none', () => {
    expect(titled(null, meeting)).toBe('稿3');
  });

  it('is made of year and place where the file’s name says nothing either', () => {
    const words = `${meeting}现将政府工作报告如下，请予审议。`;
    expect(titled(null, words, '材料/W020210305.html')).toBe('2021年云溪镇政府工作报告');
    expect(titled(null, '通知：明日开会。', '材料/07.txt')).toBe('07');
  });
});
