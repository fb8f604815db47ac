import { boundaryAt } from './labels.ts';
import type { OutlineNode } from './outline.ts';
import type { TextView } from './view.ts';

const phrase = /^[^。!?;:0-9]{4,20}(?=。)/;
const notHeading = /^(?:各位|在此|我们|他们|这|但|同时|其中|此外|对此|为此|因此|让)|代表|的$/;

/**
 * Unnumbered headings that open a paragraph: “土地流转步伐加快。2018年,我镇流转土地6600亩…”. Short, without
 * figures, closed by a full stop, after a heading or a sentence, with its text following; at least two
 * in one section, the first right after the section's own heading.
 */
export function findRunInHeadings(view: TextView, headings: readonly OutlineNode[]): OutlineNode[] {
  const found: OutlineNode[] = [];
  for (const [index, heading] of headings.entries()) {
    if (heading.nodeKind === 'item' || heading.glyph === 'is') continue;
    const to = headings[index + 1]?.start ?? view.text.length;
    found.push(...inSection(view, heading.end, to));
  }
  return found;
}

function inSection(view: TextView, from: number, to: number): OutlineNode[] {
  const { text } = view;
  const found: OutlineNode[] = [];
  let at = from;
  while (at < to && '。!?;:'.includes(text[at] ?? '')) at += 1;
  const first = at;
  while (at < to) {
    const words = phrase.exec(text.slice(at, Math.min(to, at + 22)))?.[0];
    const stop = text.indexOf('。', at);
    const next = stop < 0 || stop >= to ? to : stop + 1;
    if (words !== undefined && boundaryOk(view, at, first) && isHeading(text, words, next, to)) {
      found.push({
        glyph: 'run-in',
        nodeKind: 'heading',
        level: 0,
        start: at,
        wordsStart: at,
        end: at + words.length,
        certain: true,
      });
    }
    at = next;
  }
  return found.length >= 2 && found[0]?.start === first ? found : [];
}

function boundaryOk(view: TextView, at: number, first: number): boolean {
  if (at === first) return true;
  const boundary = boundaryAt(view, at);
  return boundary === 'stop' || boundary === 'line';
}

function isHeading(text: string, words: string, next: number, to: number): boolean {
  if (notHeading.test(words) || (words.match(/,/g) ?? []).length > 1) return false;
  const following = text.indexOf('。', next);
  return following > 0 && following < to && following - next >= 16;
}
