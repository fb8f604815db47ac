import { expect, it } from 'vitest';
import { addTags, endsTag } from './tags.ts';

it('takes tags parted by Chinese and Western marks, each once', () => {
  expect(addTags(['改厕'], '人居环境，改厕, 投资；')).toEqual(['改厕', '人居环境', '投资']);
});

it('adds nothing where nothing was typed', () => {
  expect(addTags(['改厕'], ' ， ')).toEqual(['改厕']);
});

it('keeps to what the library takes: forty tags of forty characters', () => {
  expect(addTags([], '长'.repeat(60))).toEqual(['长'.repeat(40)]);
  const many = Array.from({ length: 50 }, (_, n) => `标签${n}`);
  expect(addTags(many, '又一个')).toHaveLength(40);
});

it('ends a tag at a comma of either kind, not at a blank', () => {
  expect(['改厕，', '改厕,', '改厕、'].every(endsTag)).toBe(true);
  expect(endsTag('人居 环境')).toBe(false);
});
