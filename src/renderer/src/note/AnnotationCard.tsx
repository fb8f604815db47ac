import type { ReactNode } from 'react';
import { Tag } from '../ui/Labels.tsx';
import { CategoryMark } from './CategoryMark.tsx';
import { type Annotation, categoryClass, STATE_NAMES, useCategoryLook } from './categories.ts';
import './note.css';

/**
 * One note. With `onOpen` the note's words are a button that leads to its passage. `quote` shows the
 * passage above the note (already in its display form); notes that lost their place always show it.
 */
export function AnnotationCard({
  annotation,
  active = false,
  quote,
  source,
  onOpen,
  ties,
  actions,
}: {
  annotation: Annotation;
  /** The passage of this note is the one the person is at. */
  active?: boolean;
  quote?: string;
  /** Where the passage stands: 昌城镇 2019年. */
  source?: ReactNode;
  onOpen?: () => void;
  /** The further passages the note ties. */
  ties?: ReactNode;
  actions?: ReactNode;
}) {
  const { category, note, author, state, tags } = annotation;
  const look = useCategoryLook()(category);
  const shownQuote = quote ?? (state === 'anchored' ? undefined : annotation.quote);
  const words = note === '' ? '（只作标记，未写批注）' : note;
  return (
    <article
      className={`annotation-card ${categoryClass(look)}`}
      data-active={active || undefined}
      aria-label={`${category ?? '未分类'}批注`}
    >
      <header className="annotation-head">
        <CategoryMark category={category} />
        {state !== 'anchored' && <Tag tone="warn">{STATE_NAMES[state]}</Tag>}
        <span className="annotation-author">{author}</span>
      </header>
      {shownQuote !== undefined && (
        <blockquote className="annotation-quote original">{shownQuote}</blockquote>
      )}
      {onOpen ? (
        <button type="button" className="annotation-note" onClick={onOpen}>
          {words}
        </button>
      ) : (
        <p className="annotation-note">{words}</p>
      )}
      {ties}
      {tags.length > 0 && (
        <ul className="annotation-tags" aria-label="标签">
          {tags.map((tag) => (
            <li key={tag}>
              <Tag>{tag}</Tag>
            </li>
          ))}
        </ul>
      )}
      {(source || actions) && (
        <footer className="annotation-foot">
          <span className="annotation-source">{source}</span>
          {actions}
        </footer>
      )}
    </article>
  );
}
