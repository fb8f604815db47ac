import { escapeHtml } from '../brief/render.ts';
import type { DraftBlock } from './blocks.ts';
import { pageHtml } from './pageHtml.ts';
import { annexesOf, type DraftPaper } from './paper.ts';

/**
 * A draft as one HTML document to be printed: title, congress line, speaker, headings of four levels,
 * annexes. No script, no inline style; every word is the draft's and stands as it was written.
 */
export function renderDraftHtml(paper: DraftPaper): string {
  const { title, congress, speaker, blocks } = paper;
  const line = (name: string, words: string) =>
    words === '' ? '' : `<p class="${name}">${escapeHtml(words)}</p>\n`;
  const annexes = annexesOf(paper).map(
    ({ name, lines }) =>
      `<section class="annex"><h2>${name}</h2>\n${lines.map((words) => line('entry', words)).join('')}</section>\n`,
  );
  return pageHtml(
    title,
    `<h1>${escapeHtml(title)}</h1>
${line('congress', congress)}${line('speaker', speaker)}<main>
${blocks.map(renderBlock).join('')}</main>
${annexes.join('')}`,
  );
}

function renderBlock({ kind, level, text }: DraftBlock): string {
  const words = escapeHtml(text);
  if (words === '') return '<p class="blank"></p>\n';
  return kind === 'heading' ? `<h${level + 1}>${words}</h${level + 1}>\n` : `<p>${words}</p>\n`;
}
