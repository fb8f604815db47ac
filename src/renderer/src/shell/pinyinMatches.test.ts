import { describe, expect, it } from 'vitest';
import { matchesWordsOrInitials } from './pinyinMatches.ts';

describe('finding a place by what was typed', () => {
  it.each([
    ['皇华镇', 'hhz'],
    ['皇华镇', 'HH'],
    ['皇华镇', 'huanghua'],
    ['2019年皇华镇政府工作报告', '皇华 2019'],
    ['诸城市 昌城镇', 'ccz'],
  ])('%s is found by %s', (text, typed) => {
    expect(matchesWordsOrInitials(text, typed)).toBe(true);
  });

  it.each([
    ['皇华镇', 'ccz'],
    ['皇华镇', '昌城'],
    ['2019年皇华镇政府工作报告', '皇华 2018'],
  ])('%s is not found by %s', (text, typed) => {
    expect(matchesWordsOrInitials(text, typed)).toBe(false);
  });
});
