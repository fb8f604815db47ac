import { describe, expect, it } from 'vitest';
import { figureCases } from './checkFigures.cases.ts';
import { checkReport } from './checkReport.ts';
import { wordingCases } from './checkWording.cases.ts';
import { type Draft, draftOf, sampleReport } from './draft.cases.ts';
import type { Finding } from './finding.ts';

const reviewCases = [...figureCases, ...wordingCases];

const check = ({ document, context }: Draft): Finding[] => checkReport(document, context);

describe('a check finds', () => {
  it.each(reviewCases.filter(({ on }) => on !== null))('$rule: $name', (one) => {
    const findings = check(draftOf({ text: one.text }, one.context));
    const [found, ...more] = findings.filter(({ rule }) => rule === one.rule);
    expect(found, JSON.stringify(findings)).toBeDefined();
    expect(one.text.slice(found?.spans[0]?.start, found?.spans[0]?.end)).toBe(one.on);
    expect(more).toEqual([]);
    expect(found?.message).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('a check stays silent on', () => {
  it.each(reviewCases.filter(({ on }) => on === null))('$rule: $name', (one) => {
    const findings = check(draftOf({ text: one.text }, one.context));
    expect(findings.filter(({ rule }) => rule === one.rule)).toEqual([]);
  });
});

describe('a growth against last year’s report', () => {
  const last = draftOf({ text: '一、2018年工作回顾。全镇实现财政总收入5000万元。' });
  const now = (value: string): Finding[] =>
    check(
      draftOf(
        { text: `一、2019年工作回顾。全镇实现财政总收入${value}万元,同比增长10%。` },
        { lastYear: last.context.readings },
      ),
    ).filter(({ rule }) => rule === 'last-year-mismatch');

  it('is left alone where it leads back to it, and pointed out where it does not', () => {
    expect(now('5500')).toEqual([]);
    expect(now('5800')).toHaveLength(1);
  });
});

describe('a dismissed finding', () => {
  it('keeps its key when the text around it changes', () => {
    const key = (text: string): string | undefined =>
      check(draftOf({ text })).find(({ rule }) => rule === 'misspelt-term')?.key;
    const before = key('做到事无俱细。');
    expect(before).toBeDefined();
    expect(key('各位代表:我们要做到事无俱细、事必躬亲。')).toBe(before);
  });
});

describe('the sample reports', () => {
  it('give every place of the wrong name when 皇华 is taken for a draft of 辛兴镇', () => {
    const raw = sampleReport('皇华镇');
    const findings = check(draftOf(raw, { home: '辛兴镇' }));
    const stray = findings.filter(({ rule }) => rule === 'stray-name');
    expect(stray.flatMap(({ spans }) => spans)).toHaveLength(8);
    expect(check(draftOf(raw)).filter(({ rule }) => rule === 'stray-name')).toEqual([]);
    // The library that holds 皇华's own report says no more.
    const peers = [{ name: '皇华镇', text: raw.text }];
    const beside = check(draftOf(raw, { home: '辛兴镇', neighbours: ['皇华镇'], peers }));
    const places = beside.filter(({ rule }) => rule === 'stray-name');
    expect(places.flatMap(({ spans }) => spans)).toHaveLength(8);
  });

  it('agree with their own counts, until one item is taken out', () => {
    const counts = (text: string): Finding[] =>
      check(draftOf({ text })).filter(
        ({ rule }) => rule === 'item-count' || rule === 'slogan-digits',
      );
    const huanghua = sampleReport('皇华镇').text;
    expect(counts(sampleReport('昌城镇').text)).toEqual([]);
    expect(counts(huanghua)).toEqual([]);
    expect(counts(sampleReport('潍坊市').text)).toEqual([]);
    expect(counts(huanghua.replace(/5\.投入700万元.*?达标排放。/, ''))).toHaveLength(1);
  });

  it('show at least ten of the real slips a reader listed in them', () => {
    const listed: [Parameters<typeof sampleReport>[0], string][] = [
      ['皇华镇', '4651余'],
      ['皇华镇', '推动全镇精神文明建设再上新台阶'],
      ['井沟镇', '弘泰散热器'],
      ['井沟镇', '木制板'],
      ['井沟镇', '关键少于'],
      ['井沟镇', '召开镇、社区、村召开'],
      ['井沟镇', '守住廉洁底线,守住廉洁从政底线'],
      ['井沟镇', '端口迁移'],
      ['井沟镇', '政协委'],
      ['井沟镇', '2、'],
      ['井沟镇', '1、'],
      ['昌城镇', '事无俱细'],
    ];
    const found = listed.filter(([town, words]) => {
      const { text } = sampleReport(town);
      return check(draftOf(sampleReport(town))).some(({ spans }) =>
        spans.some(({ start, end }) => text.slice(start, end).startsWith(words)),
      );
    });
    expect(found.length).toBeGreaterThanOrEqual(10);
  });
});
