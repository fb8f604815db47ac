import { createElement, Fragment, type ReactNode, useEffect } from 'react';
import type { BriefElement } from '../../../shared/contract/schemas/brief.ts';
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

/** The brief on paper, exactly as composed for printing. */
export function Sheet({
  body,
  layout,
  zoom,
  busy,
}: {
  body: BriefElement[];
  layout: 'brief' | 'comparison';
  zoom: number;
  busy: boolean;
}) {
  useEffect(() => adoptPrintStyles(layout), [layout]);
  return (
    <article
      className={`brief-sheet ${layout}`}
      aria-label="简报预览"
      aria-busy={busy}
      style={{ zoom }}
    >
      {body.flatMap((root) => root.children.map((child, index) => drawElement(child, index)))}
    </article>
  );
}
