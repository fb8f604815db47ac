import { type AnnotationCategory, categoryClass } from './categories.ts';
import './note.css';

const SHAPES: Record<AnnotationCategory, React.ReactNode> = {
  借鉴: <circle cx="6" cy="6" r="5" />,
  存疑: <path d="M6 1 11.5 11H.5z" />,
  核对: <path d="M1.5 1.5h9v9h-9z" />,
  引用: <path d="M6 .5 11.5 6 6 11.5.5 6z" />,
};

/** A category by shape, colour and word together; the shape alone where `bare`. */
export function CategoryMark({
  category,
  bare = false,
}: {
  category: AnnotationCategory | null;
  bare?: boolean;
}) {
  const word = category ?? '未分类';
  return (
    <span className={`category-mark ${categoryClass(category)}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
        {category === null ? (
          <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.2" />
        ) : (
          SHAPES[category]
        )}
      </svg>
      <span className={bare ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}
