import { type Brief, type BriefPart, formatDay, listAnnotations, type PartOf } from './brief.ts';
import { headOf, longestPointedNote, longestPointedQuote } from './excerpt.ts';
import { type BriefHeading, listHeadings } from './headings.ts';
import { renderComparison } from './htmlComparison.ts';
import { renderExcerpt } from './htmlExcerpt.ts';
import { isWide, renderIndicators } from './htmlIndicators.ts';
import { printedWords } from './passage.ts';
import {
  citationHtml,
  escapeHtml,
  PLAIN_CATEGORY_NAME,
  quotedHtml,
  type Render,
  type RenderOptions,
  remarksHtml,
  tallyWords,
} from './render.ts';

/**
 * The whole brief as one HTML document, the same for preview, PDF and print. No script, no inline style:
 * its looks come from `briefStylesheet`, served beside it. All words are escaped; a note is plain text.
 */
export function renderBriefHtml(brief: Brief, options: RenderOptions): string {
  const headings = listHeadings(brief);
  const headingHtml = (id: string): string => {
    const heading = headings.find((candidate) => candidate.id === id);
    return heading
      ? `<h${heading.level} id="${id}">${escapeHtml(heading.text)}</h${heading.level}>\n`
      : '';
  };
  const noteIndex = new Map(listAnnotations(brief).map(({ id }, index) => [id, index]));
  const render: Render = { options, brief, noteIndex, headingHtml };
  const body = brief.parts.map((part, index) => {
    const id = `part-${index + 1}`;
    return `<section class="part part-${part.part}${isWide(part) ? ' wide' : ''}">\n${headingHtml(id)}${leadHtml(part.lead)}${renderPart(part, id, render)}</section>\n`;
  });
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(brief.title)}</title>
<link rel="stylesheet" href="${escapeHtml(options.stylesheetHref ?? 'brief.css')}">
</head>
<body class="${brief.layout}">
<main>
<header>
<p class="markings"><span>${escapeHtml(brief.markings.kind)}</span><span>${escapeHtml(brief.markings.access)}</span></p>
<h1 id="title">${escapeHtml(brief.title)}</h1>
<p class="unit">${escapeHtml([brief.unit, formatDay(brief.date)].filter(Boolean).join('　'))}</p>
</header>
${brief.contents ? renderContents(headings, options.pageOf) : ''}${body.join('')}</main>
</body>
</html>
`;
}

function renderContents(
  headings: BriefHeading[],
  pageOf: ReadonlyMap<string, number> | undefined,
): string {
  const rows = headings.map(
    ({ id, level, text }) =>
      `<li class="level-${level}"><a href="#${id}">${escapeHtml(text)}</a><span class="page">${pageOf?.get(id) ?? ''}</span></li>`,
  );
  return `<nav class="contents">\n<p class="contents-title">目　录</p>\n<ol>\n${rows.join('\n')}\n</ol>\n</nav>\n`;
}

function renderPart(part: BriefPart, id: string, render: Render): string {
  switch (part.part) {
    case 'editor-note':
      return '';
    case 'indicators':
      return renderIndicators(part);
    case 'excerpts':
      return renderExcerpts(part, id, render);
    case 'comparison':
      return renderComparison(part, id, render);
    case 'points':
      return renderPoints(part);
    case 'sources':
      return renderSources(part);
    case 'glossary':
      return renderGlossary(part);
  }
}

/** What the person wrote below the heading. */
function leadHtml(paragraphs: readonly string[]): string {
  return paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>\n`).join('');
}

function renderExcerpts(part: PartOf<'excerpts'>, id: string, render: Render): string {
  const topics = part.topics.map((topic, index) => {
    const tallies = topic.tallies.map(tallyWords);
    const summary =
      tallies.length > 0 ? `<p class="tally">${escapeHtml(tallies.join('；'))}。</p>\n` : '';
    const excerpts = topic.excerpts.map((excerpt) => renderExcerpt(excerpt, render)).join('');
    return `${render.headingHtml(`${id}-${index + 1}`)}${summary}${excerpts}`;
  });
  return topics.join('') + remarksHtml(part.remarks);
}

function renderPoints(part: PartOf<'points'>): string {
  const items = part.items.map(
    ({ category, note, author, quote, excerptId, citation }) => `<li>
<p class="point"><span class="category">${escapeHtml(category ?? PLAIN_CATEGORY_NAME)}：</span>${escapeHtml(headOf(note, longestPointedNote))}${author ? `<span class="author">（${escapeHtml(author)}）</span>` : ''}</p>
<p class="about">“${quotedHtml(headOf(quote, longestPointedQuote))}”<a class="citation" href="#${excerptId}">${citationHtml(citation)}</a></p>
</li>`,
  );
  return `<ol class="points">\n${items.join('\n')}\n</ol>\n`;
}

function renderSources(part: PartOf<'sources'>): string {
  const items = part.items.map(
    ({ documentId, reportTitle, town, yearLabel, details }) =>
      `<li id="source-${escapeHtml(documentId)}"><p>${escapeHtml(`${town}${yearLabel}：${reportTitle}`)}</p><p class="details">${escapeHtml(details.join('；'))}。</p></li>`,
  );
  return `<ol class="sources">\n${items.join('\n')}\n</ol>\n`;
}

function renderGlossary(part: PartOf<'glossary'>): string {
  const items = part.items.map(
    ({ term, explanation, citation }) =>
      `<dt>${quotedHtml(term)}</dt><dd>${quotedHtml(printedWords(explanation))}<span class="citation">${citationHtml(citation)}</span></dd>`,
  );
  return `<dl class="glossary">\n${items.join('\n')}\n</dl>\n`;
}
