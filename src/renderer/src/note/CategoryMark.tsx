import { SHAPE_PATHS } from '../../../shared/note/category.ts';
import { categoryClass, type NoteCategory, useCategoryLook } from './categories.ts';
import './note.css';

/** A category by shape, colour and word together; the shape alone where `bare`. */
export function CategoryMark({
  category,
  bare = false,
}: {
  /** Its name; null for a note without one. */
  category: string | null;
  bare?: boolean;
}) {
  const look = useCategoryLook()(category);
  return (
    <span className={`category-mark ${categoryClass(look)}`}>
      <CategoryShape look={look} />
      <span className={bare ? 'visually-hidden' : undefined}>{category ?? '未分类'}</span>
    </span>
  );
}

/** The drawing of a category; an empty ring where there is none. */
export function CategoryShape({ look }: { look: Pick<NoteCategory, 'shape'> | undefined }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
      {look === undefined ? (
        <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.2" />
      ) : (
        <path d={SHAPE_PATHS[look.shape]} />
      )}
    </svg>
  );
}
