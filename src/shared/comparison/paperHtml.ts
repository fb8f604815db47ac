import {
  type Brief,
  type Citation,
  type Excerpt,
  formatDay,
  type PartOf,
  type Tally,
} from '../brief/brief.ts';
import { paragraphBreaks, printedWords } from '../brief/passage.ts';
import { citationHtml, escapeHtml, quotedHtml } from '../brief/render.ts';

/** 'table': topics down the left, the place below each passage. 'columns': whole texts, headings in them. */
export type PaperLook = 'table' | 'columns';

const shortestParagraph = 60;
const longestParagraph = 200;
/** The colon or stop of a heading that runs into its sentence is left at the heading. */
const LEAD = /^[\s：:，,；;、。.]+/u;
/** A row up to so many characters is not broken over two pages. */
const shortRow = 360;

/**
 * A comparison as one HTML document to be printed on its side, closer than a brief: the reports across,
 * their names repeated on every page. No script, no inline style; all words are escaped.
 */
export function renderPaperHtml(paper: Brief, look: PaperLook): string {
  const parts = paper.parts.map((part) => {
    if (part.part === 'comparison') return renderTable(part, look);
    return part.part === 'sources' ? renderSources(part) : '';
  });
  const made = [paper.unit, formatDay(paper.date)].filter(Boolean).join('　');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(paper.title)}</title>
<link rel="stylesheet" href="brief.css">
</head>
<body class="${look}"><main>
<header><h1>${escapeHtml(paper.title)}</h1><p>${escapeHtml(made)}</p></header>
${parts.join('')}</main>
</body>
</html>
`;
}

function renderTable(part: PartOf<'comparison'>, look: PaperLook): string {
  const labelled = look === 'table';
  const heads = part.columns.map(
    ({ town, yearLabel }) => `<th scope="col">${escapeHtml(`${town} ${yearLabel}`)}</th>`,
  );
  const rows = part.rows.map(({ name, cells }) => {
    const length = Math.max(
      ...cells.map(({ excerpts }) => excerpts.reduce((sum, each) => sum + lengthOf(each), 0)),
    );
    const drawn = cells.map(({ tally, excerpts }) => {
      if (excerpts.length === 0) {
        return `<td class="nothing">${nothingWords(tally, labelled)}</td>`;
      }
      const folded =
        tally.listed < tally.total ? `<p class="count">共 ${tally.total} 句，列首句</p>` : '';
      return `<td>${excerpts.map((each) => renderExcerpt(each, labelled)).join('')}${folded}</td>`;
    });
    const label = labelled ? `<th scope="row">${escapeHtml(name)}</th>` : '';
    return `<tr${length <= shortRow ? ' class="short"' : ''}>${label}${drawn.join('')}</tr>\n`;
  });
  const remarks = part.remarks.map((remark) => `<p class="remark">${escapeHtml(remark)}</p>`);
  return `${remarks.join('\n')}
<table><thead><tr>${labelled ? '<th scope="col">主题</th>' : ''}${heads.join('')}</tr></thead>
<tbody>
${rows.join('')}</tbody></table>
`;
}

function nothingWords({ total }: Tally, labelled: boolean): string {
  if (labelled) return '未提及';
  return total > 0 ? '已列于前' : '无对应节';
}

/** The place within its report: whose report it is stands at the head of the column. */
function placeHtml(citation: Citation): string {
  return citationHtml({ ...citation, town: '', yearLabel: '' }).replace(/^·/u, '');
}

function renderExcerpt(excerpt: Excerpt, cited: boolean): string {
  const words = excerpt.slices.map((slice) => printedWords(slice)).join(' …… ');
  const breaks = [0, ...paragraphBreaks(words, shortestParagraph, longestParagraph), words.length];
  const paragraphs = cited
    ? [words]
    : breaks.slice(1).map((end, index) => words.slice(breaks[index], end));
  const text = paragraphs
    .map((paragraph) => paragraph.replace(LEAD, '').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p class="words">${quotedHtml(paragraph)}</p>`)
    .join('');
  return cited ? `${text}<p class="place">${placeHtml(excerpt.citation)}</p>` : text;
}

function lengthOf({ slices }: Excerpt): number {
  return slices.reduce((sum, { text }) => sum + text.length, 0);
}

function renderSources({ heading, items }: PartOf<'sources'>): string {
  const lines = items.map(
    ({ town, yearLabel, reportTitle, details }) =>
      `<li>${escapeHtml(`${town}${yearLabel}：${reportTitle}。${details.join('；')}。`)}</li>`,
  );
  return `<section class="sources"><h2>${escapeHtml(heading)}</h2><ol>${lines.join('')}</ol></section>\n`;
}
