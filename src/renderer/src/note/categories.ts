import type {
  Annotation,
  AnnotationCategory,
} from '../../../shared/contract/schemas/annotation.ts';

export type { Annotation, AnnotationCategory };

/** The four categories in their fixed order: keys 1 to 4 choose them. */
export const CATEGORIES: readonly AnnotationCategory[] = ['借鉴', '存疑', '核对', '引用'];

/** The class that gives a category its colours and line; see note.css. */
export function categoryClass(category: AnnotationCategory | null): string {
  return category === null ? 'category-none' : `category-${CATEGORIES.indexOf(category) + 1}`;
}

export const STATE_NAMES: Record<Annotation['state'], string> = {
  anchored: '已定位',
  review: '位置待确认',
  orphaned: '失锚',
};
