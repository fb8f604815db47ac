import { expect, it } from 'vitest';
import { findGaps } from './gaps.ts';

const found = (text: string) => findGaps(text).map(({ start, end }) => text.slice(start, end));

it('finds what is still to be filled in, however it is written', () => {
  expect(found('投入〔待填〕万元，改厕____户，下茁山〔逐村填写进展〕。')).toEqual([
    '〔待填〕',
    '____',
    '〔逐村填写进展〕',
  ]);
});

it('leaves the number of a document and a single line alone', () => {
  expect(found('按照国发〔2019〕6号文件，填补空白，A_1号楼竣工。')).toEqual([]);
});
