import { describe, expect, it } from 'vitest';
import {
  CATEGORY_SHAPES,
  DEFAULT_CATEGORIES,
  findCategoryFault,
  type NoteCategory,
  SHAPE_PATHS,
} from './category.ts';

const [borrow, doubt] = DEFAULT_CATEGORIES as [NoteCategory, NoteCategory];

describe('categories that can be told apart', () => {
  it('are the four that every library starts with', () => {
    expect(findCategoryFault(DEFAULT_CATEGORIES)).toBeUndefined();
    expect(DEFAULT_CATEGORIES.map(({ name }) => name)).toEqual(['借鉴', '存疑', '核对', '引用']);
  });

  it.each([
    ['同名', [borrow, { ...doubt, name: borrow.name }]],
    ['形状相同', [borrow, { ...doubt, shape: borrow.shape }]],
    ['编号相同', [borrow, { ...doubt, id: borrow.id }]],
    ['至少要留一个', [{ ...borrow, retired: true }]],
  ] as const)('are not those of which it must be said: %s', (words, categories) => {
    expect(findCategoryFault(categories)).toContain(words);
  });

  it('may share name and shape with one that was taken off', () => {
    expect(findCategoryFault([borrow, { ...borrow, id: '旧', retired: true }])).toBeUndefined();
  });

  it('have a drawing each, and no two the same', () => {
    expect(new Set(Object.values(SHAPE_PATHS)).size).toBe(CATEGORY_SHAPES.length);
  });
});
