import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { BriefElement } from '../../../shared/contract/schemas/brief.ts';
import { drawElement } from './Sheet.tsx';

function element(
  tag: string,
  attributes: Record<string, string>,
  ...children: BriefElement['children']
): BriefElement {
  return { tag, attributes, children };
}

function draw(root: BriefElement): string {
  return renderToStaticMarkup(drawElement(root, 0));
}

it('draws tables and quotations with their classes and spans', () => {
  const table = element('td', { class: 'figure', colspan: '2' }, '6,436');
  expect(draw(table)).toBe('<td class="figure" colSpan="2">6,436</td>');
});

it('leaves out elements and attributes that print does not use, and keeps their words', () => {
  const strange = element(
    'p',
    { onclick: 'alert(1)', style: 'color:red', class: 'note' },
    element('script', {}, '原文'),
    element('iframe', { src: 'https://example.com' }),
  );
  expect(draw(strange)).toBe('<p class="note">原文</p>');
});

it('keeps links within the page and drops every other address', () => {
  expect(draw(element('a', { href: '#source-1' }, '昌城镇'))).toBe(
    '<a href="#brief-source-1">昌城镇</a>',
  );
  expect(draw(element('a', { href: 'javascript:alert(1)' }, '昌城镇'))).toBe('<a>昌城镇</a>');
});

it('keeps the words as they stand, since the print draws their marks by a face of its own', () => {
  const quoted = element(
    'p',
    {},
    '同比增长,',
    '1',
    element('span', { class: 'latin' }, ','),
    '250',
  );
  expect(draw(quoted)).toBe('<p>同比增长,1<span class="latin">,</span>250</p>');
});
