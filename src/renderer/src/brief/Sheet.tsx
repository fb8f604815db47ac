import {
  type CSSProperties,
  createElement,
  Fragment,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import type { BriefElement } from '../../../shared/contract/schemas/brief.ts';
import { runsOf, usePages } from './pages.ts';
import { adoptPrintStyles } from './printStyles.ts';

/** The elements a brief is made of, and what stands for them inside the window. */
const TAGS: Record<string, string> = {
  ...Object.fromEntries(
    [
      ...['div', 'section', 'header', 'nav', 'h1', 'h2', 'h3', 'h4', 'p', 'span', 'br'],
      ...['figure', 'figcaption', 'blockquote', 'ol', 'ul', 'li', 'dl', 'dt', 'dd', 'a'],
      ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'colgroup', 'col'],
      ...['strong', 'em', 'svg', 'path', 'circle', 'rect', 'g'],
    ].map((tag) => [tag, tag]),
  ),
  // The window has one main and its own asides.
  main: 'div',
  aside: 'div',
};

/** Attributes by their name in HTML and in React. Addresses lead only within the page. */
const ATTRIBUTES: Record<string, string> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  scope: 'scope',
  lang: 'lang',
  'aria-hidden': 'aria-hidden',
  viewBox: 'viewBox',
  d: 'd',
  cx: 'cx',
  cy: 'cy',
  r: 'r',
  x: 'x',
  y: 'y',
  width: 'width',
  height: 'height',
};

const ID_PREFIX = 'brief-';
const VOID_TAGS = new Set(['br', 'col']);

function propsOf(attributes: Record<string, string>): Record<string, string> {
  const props: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const known = ATTRIBUTES[name];
    if (known) props[known] = value;
    else if (name === 'id') props.id = ID_PREFIX + value;
    else if (name === 'href' && value.startsWith('#'))
      props.href = `#${ID_PREFIX}${value.slice(1)}`;
  }
  return props;
}

/** Draws an element and what is in it. What is not in the lists above is left out, its words are not. */
export function drawElement(element: BriefElement | string, key: number): ReactNode {
  if (typeof element === 'string') return element;
  const tag = Object.hasOwn(TAGS, element.tag) ? TAGS[element.tag] : undefined;
  const children = element.children.map((child, index) => drawElement(child, index));
  if (tag === undefined) return <Fragment key={key}>{children}</Fragment>;
  const props = { key, ...propsOf(element.attributes) };
  return VOID_TAGS.has(tag) ? createElement(tag, props) : createElement(tag, props, ...children);
}

/** Newer than the linter's list of properties; the rest of the page is in brief.css. */
const PAGED = {
  columnHeight: 'calc(var(--page-height) - var(--page-top) - var(--page-bottom))',
  columnWrap: 'wrap',
} as CSSProperties;

/**
 * The brief as pages, by the engine that prints it: a column is a page, and tables repeat their heads.
 * What is printed on its side lies on its side.
 */
export function Sheet({
  body,
  layout,
  watermark,
  zoom,
  busy,
  onPages,
}: {
  body: BriefElement[];
  layout: 'brief' | 'comparison';
  watermark: string | null;
  zoom: number;
  busy: boolean;
  /** Told how many pages there are. */
  onPages: (pages: number) => void;
}) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => adoptPrintStyles(layout), [layout]);
  const runs = useMemo(() => runsOf(body), [body]);
  const counts = usePages(sheet, runs);
  const total = counts.reduce((sum, count) => sum + count, 0);
  useEffect(() => onPages(total), [onPages, total]);

  let first = 1;
  return (
    <article
      ref={sheet}
      className={`brief-sheet ${layout}`}
      aria-label="简报预览"
      aria-busy={busy}
      style={{ zoom }}
    >
      {runs.map(({ name, wide, elements }, index) => {
        const count = counts[index] ?? 1;
        const number = first;
        first += count;
        return (
          <div
            key={name}
            className={wide || layout === 'comparison' ? 'brief-run lying' : 'brief-run'}
          >
            <div className="brief-flow" style={PAGED}>
              {elements.map((element, at) => drawElement(element, at))}
            </div>
            <PageMarks first={number} count={count} watermark={watermark} />
          </div>
        );
      })}
    </article>
  );
}

/** Number and watermark of every page of a run, where the printer puts them. */
function PageMarks({
  first,
  count,
  watermark,
}: {
  first: number;
  count: number;
  watermark: string | null;
}) {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return (
      <span
        key={number}
        className="brief-page-marks"
        style={{ '--page': index } as CSSProperties}
        aria-hidden="true"
      >
        {watermark !== null && <span className="brief-watermark">{watermark}</span>}
        <span className={number % 2 === 1 ? 'brief-number odd' : 'brief-number even'}>
          — {number} —
        </span>
      </span>
    );
  });
}
