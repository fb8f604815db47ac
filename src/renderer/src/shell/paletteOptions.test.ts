import { expect, it, vi } from 'vitest';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { containsWords, listPaletteOptions } from './paletteOptions.ts';

function report(id: string, title: string, place: string[]): ReportSummary {
  const metadata = { planYear: 2019, reviewYear: 2018 };
  return {
    id,
    title,
    place,
    town: place.at(-1),
    metadata,
    conflict: null,
  } as unknown as ReportSummary;
}

const reports = [
  report('a', '2019年昌城镇政府工作报告', ['潍坊市', '诸城市', '昌城镇']),
  report('b', '2019年辛兴镇政府工作报告', ['潍坊市', '诸城市', '皇华镇']),
];

function options(typed: string, go = vi.fn()) {
  const commands = [{ name: '导入文件', run: vi.fn() }];
  return listPaletteOptions(typed, { reports, commands, go, matches: containsWords });
}

it('offers commands before anything is typed', () => {
  expect(options('').map(({ label }) => label)).toEqual(['导入文件']);
});

it('finds a report by the place the person decided on, though its title names another', () => {
  const go = vi.fn();
  const [first] = options('皇华', go);
  expect(first?.label).toBe('2019年辛兴镇政府工作报告');
  first?.run();
  expect(go).toHaveBeenCalledWith({ view: 'reader', id: 'b' });
});

it('leads to a place with all above it, once however many reports it has', () => {
  const go = vi.fn();
  const places = options('诸城市', go).filter(({ sort }) => sort === '地区');
  expect(places.map(({ label }) => label)).toEqual(['潍坊市 / 诸城市']);
  places[0]?.run();
  expect(go).toHaveBeenCalledWith({ view: 'library', place: ['潍坊市', '诸城市'] });
});

it('always ends with the search of all texts', () => {
  const go = vi.fn();
  const last = options('旱厕', go).at(-1);
  expect(last?.label).toBe('在全部资料中检索“旱厕”');
  last?.run();
  expect(go).toHaveBeenCalledWith({ view: 'search', query: '旱厕' });
});
