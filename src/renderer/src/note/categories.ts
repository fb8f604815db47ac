import { useMemo } from 'react';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import {
  CATEGORY_COLOURS,
  CATEGORY_SHAPES,
  type NoteCategory,
} from '../../../shared/note/category.ts';
import { usePreferences } from '../preferences/preferences.tsx';

export type { Annotation, NoteCategory };

/** The categories on offer, in their order: keys 1 to 8 choose them. */
export function useCategories(): readonly NoteCategory[] {
  const { categories } = usePreferences().settings;
  return useMemo(() => categories.filter(({ retired }) => retired !== true), [categories]);
}

/** Finds how a category looks by its name, one that was taken off the list too. */
export function useCategoryLook(): (name: string | null) => NoteCategory | undefined {
  const { categories } = usePreferences().settings;
  return useMemo(() => {
    const known = categories.toSorted((a, b) => Number(a.retired) - Number(b.retired));
    return (name) => known.find((category) => category.name === name);
  }, [categories]);
}

/** The class that gives a category its colours; see note.css. */
export function categoryClass(category: Pick<NoteCategory, 'colour'> | undefined): string {
  return category === undefined
    ? 'category-none'
    : `category-${CATEGORY_COLOURS.indexOf(category.colour) + 1}`;
}

/** The name of the highlight that draws a category's line in a text; see reportText.css. */
export function categoryHighlights(category: NoteCategory | undefined): string[] {
  if (category === undefined) return ['note-0'];
  const ink = CATEGORY_COLOURS.indexOf(category.colour) + 1;
  return [`note-${ink}`, `line-${CATEGORY_SHAPES.indexOf(category.shape) + 1}`];
}

export const STATE_NAMES: Record<Annotation['state'], string> = {
  anchored: '已定位',
  review: '位置待确认',
  orphaned: '失锚',
};
