import { describe, expect, it } from 'vitest';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { isComplete, newBrief, titleOf } from './draft.ts';

function town(name: string | null, place: string[] = []): ReportSummary {
  return { id: name ?? 'x', town: name, place } as unknown as ReportSummary;
}

describe('the title a brief begins with', () => {
  it('names one or two places', () => {
    expect(titleOf([town('昌城镇'), town('皇华镇')])).toBe('昌城镇、皇华镇政府工作报告参阅材料');
  });

  it('counts three and more, so that the title keeps to a line', () => {
    expect(titleOf([town('昌城镇'), town('皇华镇'), town('井沟镇')])).toBe(
      '三镇政府工作报告参阅材料',
    );
    expect(titleOf([town('昌城镇'), town('皇华镇'), town(null, ['潍坊市'])])).toBe(
      '三地政府工作报告参阅材料',
    );
  });

  it('names a place once where two years of it are chosen', () => {
    expect(titleOf([town('昌城镇'), town('昌城镇')])).toBe('昌城镇政府工作报告参阅材料');
  });
});

describe('a new brief', () => {
  it('is dated with the day it is begun and signed with the author', () => {
    const brief = newBrief([town('昌城镇')], '皇华镇党政办公室', undefined, new Date(2026, 10, 22));
    expect(brief).toMatchObject({ date: '2026年11月22日', unit: '皇华镇党政办公室' });
  });

  it('cannot be composed before a report is chosen', () => {
    expect(isComplete(newBrief([], ''))).toBe(false);
    expect(isComplete(newBrief([town('昌城镇')], ''))).toBe(true);
  });
});
