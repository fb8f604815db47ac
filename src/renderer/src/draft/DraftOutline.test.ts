import { expect, it } from 'vitest';
import type { DraftBlock } from '../../../shared/draft/blocks.ts';
import { isUnwritten } from './DraftOutline.tsx';

const line = (level: number, text: string): DraftBlock => ({
  kind: level === 0 ? 'paragraph' : 'heading',
  level,
  text,
  source: null,
});

it('says 待写 of a heading with nothing under it, and not of one whose parts are headed', () => {
  const blocks = [
    line(1, '一、'),
    line(2, '（一）'),
    line(0, '写了。'),
    line(2, '（二）'),
    line(0, ' '),
    line(1, '二、'),
  ];
  expect(blocks.map((block, at) => block.level > 0 && isUnwritten(blocks, at))).toEqual([
    false,
    false,
    false,
    true,
    false,
    true,
  ]);
});
