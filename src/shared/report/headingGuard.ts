import { longestHeading } from './cutFeatures.ts';
import type { OutlineNode } from './outlineNode.ts';
import { breakKind, type TextView } from './view.ts';

/** What nothing ends in that can be shown as a heading. */
const neverLast = '的和与及、,;:';
const openers = '“‘(《〈【「『[{"';
const closers = '”’)》〉】」』]}"';

/**
 * No heading is shown that has over 60 characters of the source, holds half of a pair of quotation marks or
 * brackets, ends in 的, 和, 与, 及 or a comma, or is cut inside a number, by whatever rule it was found. One that
 * would is cut back until it does not and called uncertain; one of which nothing is left is none.
 */
export function soundHeadings(view: TextView, nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => {
    const end = soundEnd(view, node);
    if (end === node.end) return node;
    return end > node.wordsStart ? { ...node, end, certain: false } : [];
  });
}

function soundEnd(view: TextView, { start, wordsStart, end: found }: OutlineNode): number {
  let end = found;
  const furthest = (view.offsets[start] ?? 0) + longestHeading;
  while (end > wordsStart && (view.offsets[end - 1] ?? 0) >= furthest) end -= 1;
  end = pairedEnd(view.text, wordsStart, end);
  while (end > wordsStart && cannotEnd(view, end)) end -= 1;
  return end;
}

function cannotEnd(view: TextView, end: number): boolean {
  const { text } = view;
  return (
    neverLast.includes(text[end - 1] ?? '') || cutsCharacter(text, end) || cutsNumber(view, end)
  );
}

/** How far every opening mark has its closing one, and the other way round. */
function pairedEnd(text: string, from: number, to: number): number {
  const open: { closer: string; at: number }[] = [];
  for (let at = from; at < to; at += 1) {
    const character = text[at] ?? '';
    if (open.at(-1)?.closer === character) {
      open.pop();
    } else if (openers.includes(character)) {
      open.push({ closer: closers[openers.indexOf(character)] ?? '', at });
    } else if (closers.includes(character)) {
      return open[0]?.at ?? at;
    }
  }
  return open[0]?.at ?? to;
}

function cutsCharacter(text: string, end: number): boolean {
  const next = text.charCodeAt(end);
  return next >= 0xdc00 && next <= 0xdfff;
}

/** “增长8|.5%”, “投资25|万元”, “2020|—2025年”; a line end to be trusted parts two numbers. */
function cutsNumber({ text, breaks }: TextView, end: number): boolean {
  if (breaks[end] === breakKind.line) return false;
  const around = text.slice(end - 1, end + 2);
  if (/^\d(?:[\d%‰年月日个万亿]|[.,~～—–-]\d)|^[.~～—–-]\d/.test(around)) return true;
  // 一、 and 一年来 begin what follows.
  return (
    /^(?:[〇零一二三四五六七八九十][十百千万亿〇零]|[十百千〇零][一二三四五六七八九])/.test(
      around,
    ) && !/^[一二三四五六七八九十]{1,3}(?:、|\.|是|年)/.test(text.slice(end, end + 4))
  );
}
