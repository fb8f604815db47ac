import { expect, it } from 'vitest';
import type { BriefElement } from '../../../shared/contract/schemas/brief.ts';
import { runsOf } from './pages.ts';

const section = (name: string, style = 'part'): BriefElement => ({
  tag: 'section',
  attributes: { class: style, id: name },
  children: [],
});

it('gives what lies on its side pages of its own, in the order of the paper', () => {
  const main: BriefElement = {
    tag: 'main',
    attributes: {},
    children: ['\n', section('a'), section('b', 'part wide'), '\n', section('c'), section('d')],
  };
  const watermark: BriefElement = {
    tag: 'div',
    attributes: { class: 'watermark' },
    children: ['内部资料'],
  };
  const runs = runsOf([{ tag: 'div', attributes: {}, children: [watermark, main] }]);
  expect(
    runs.map(({ wide, elements }) => [
      wide,
      elements.map((each) => (typeof each === 'string' ? each : each.attributes.id)),
    ]),
  ).toEqual([
    [false, ['a']],
    [true, ['b']],
    [false, ['c', 'd']],
  ]);
});
