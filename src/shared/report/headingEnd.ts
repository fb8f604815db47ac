import { matchChapterTitle } from './chapters.ts';
import { colonEnds } from './colonEnds.ts';
import { type Cut, listCuts, longestHeading } from './cutFeatures.ts';
import { type CutModel, probabilities, scoreCut } from './headingCut.ts';
import type { Label } from './labels.ts';
import {
  formOf,
  type HeadingForm,
  likelyForms,
  sharedPattern,
  siblingFeatures,
} from './siblings.ts';
import { breakKind, type TextView } from './view.ts';

export interface HeadingEnd {
  end: number;
  certain: boolean;
}

const shortestHeading = 4;
const closing = '。!?;:,、';

/**
 * An end that shows: at a line end to be trusted, at the start of the next heading, or at the full
 * stop of a text which keeps its lines. Null where the body may follow with nothing between.
 */
export function settledEnd(view: TextView, from: number, limit: number): HeadingEnd | null {
  const { text } = view;
  const reach = Math.min(limit, from + longestHeading, text.length);
  for (let at = from; at <= reach; at += 1) {
    const closesLine = view.breaks[at] === breakKind.line;
    if (at > from && (at === limit || at === text.length || closesLine)) {
      // “2022年工作安排|今年是开局之年,重点抓好四项工作:(一)”: the body is short and has no full stop.
      const title = closesLine ? null : matchChapterTitle(text, from);
      return {
        end: title !== null && title < at ? title : trimmedEnd(text, from, at),
        certain: true,
      };
    }
    if (at >= from + shortestHeading && opensList(view, at, limit))
      return { end: at, certain: true };
    if ('。!?'.includes(text[at] ?? '。')) break;
  }
  return null;
}

/** What stands behind a dash of a list before the next one begins is not longer. */
const longestDash = 600;

/** “特色产业发展提速|(1)银耳。”: the first of what stands below the heading follows at once. */
function opensList(view: TextView, at: number, limit: number): boolean {
  const { text } = view;
  if (text.startsWith('——', at)) return opensDashes(view, at, limit);
  if ('(①⑴1'.includes(text[at] ?? '') && text[at - 1] !== ':') {
    return /^(?:\(1\)|①|⑴)|^(?<![\d.第“])1[.、](?!\d)/.test(text.slice(at, at + 4));
  }
  return false;
}

/** “…做了以下工作——粮食稳步增产。…——…” and no part of the heading, as in “做强一片叶——推动茶产业提质增效”. */
function opensDashes(view: TextView, at: number, limit: number): boolean {
  const { text } = view;
  for (let next = at + 2; next < limit && !'。!?'.includes(text[next] ?? '。'); next += 1) {
    if (view.breaks[next] === breakKind.line) return false;
  }
  return /[。;]——/.test(text.slice(at, Math.min(limit, at + longestDash)));
}

function trimmedEnd(text: string, from: number, at: number): number {
  let end = at;
  while (end > from + 1 && closing.includes(text[end - 1] ?? '')) end -= 1;
  return end;
}

/** The end of a list entry: its line end, the next entry or its full stop; clipped if there is none. */
export function entryEnd(view: TextView, from: number, limit: number): HeadingEnd {
  const settled = settledEnd(view, from, limit);
  if (settled !== null) return settled;
  const { text } = view;
  const title = matchChapterTitle(text, from);
  const stop = text.slice(from, Math.min(limit, from + longestHeading + 1)).search(/[。!?]/);
  if (title !== null && title <= limit && (stop < 0 || title <= from + stop))
    return { end: title, certain: true };
  return stop > 0 ? { end: from + stop, certain: true } : clippedEnd(text, from, limit);
}

/**
 * As much as fits and can stand alone, for an entry that has no heading of its own (“3.投资25万元,为…”):
 * whole clauses, else up to an enumeration comma, else up to an open quotation.
 */
function clippedEnd(text: string, from: number, limit: number): HeadingEnd {
  const reach = Math.min(limit, from + longestHeading, text.length);
  let clause = -1;
  let enumeration = -1;
  let quotation = -1;
  let depth = 0;
  for (let at = from; at < reach; at += 1) {
    const character = text[at] ?? '';
    if ('“(《‘'.includes(character)) {
      if (depth === 0) quotation = at;
      depth += 1;
    } else if ('”)》’'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth > 0 || at < from + 4) continue;
    else if (',;:'.includes(character)) clause = at;
    else if (character === '、') enumeration = at;
  }
  const open = depth > 0 && quotation > from ? quotation : -1;
  const end = [clause, enumeration, open].find((at) => at > 0) ?? Math.min(from + 20, reach);
  return { end: trimmedEnd(text, from, end), certain: false };
}

/**
 * What a break at a cut adds: a blank that is left where a paragraph ended says much, but not one before
 * a number of a heading; the end of a line of the page says a little.
 */
function breakGain(view: TextView, at: number): number {
  if (view.breaks[at] === breakKind.wrap) return 2;
  const spaced = view.breaks[at] === breakKind.space;
  return spaced && !/[一二三四五六七八九十(]/.test(view.text[at] ?? '') ? 5 : 0;
}

/** “外出招商59次”, “到位资金8093万元”: a stretch that states figures is a body, hardly ever a heading. */
const statedFigure =
  /\d[\d.]*(?:万|亿|元|亩|次|户|人|公里|吨|头|处|家|座|名|条|张|个|所|栋|株|只|%|平方米)/;

function figuresCost(text: string, from: number, end: number): number {
  return statedFigure.test(text.slice(from, end)) ? 4 : 0;
}

/** What it adds to a cut that its siblings end on the same pattern. */
const patternGain = 6;

interface Undecided {
  label: Label;
  /** Labels of one group are children of one parent. */
  group: number;
  settled: HeadingEnd | null;
  cuts: Cut[];
  scores: number[];
  /** What the first pass takes for the heading, with its likelihood; none where nothing can be said. */
  forms: HeadingForm[];
}

/**
 * Ends of the 一、 and (一) headings of a text, one for each label. Where nothing marks the end, every
 * possible cut is scored twice: by the words around it, then also by the form of its siblings, for
 * headings of one parent are built alike.
 */
export function findHeadingEnds(
  view: TextView,
  labels: readonly Label[],
  model: CutModel,
): HeadingEnd[] {
  const groups = siblingGroups(labels);
  const colons = colonsByGroup(view, labels, groups);
  const headings: Undecided[] = labels.map((label, index) => {
    const limit = labels[index + 1]?.start ?? view.text.length;
    const colon = colons.get(label) ?? null;
    const settled: HeadingEnd | null =
      colon === null
        ? (settledEnd(view, label.end, limit) ?? lineStop(view, label, limit))
        : { end: colon, certain: true };
    const kind = label.kind === 'bracketed' ? 'bracketed' : 'chinese';
    const cuts =
      settled === null
        ? listCuts(
            view,
            label.end,
            limit,
            kind,
            model.statistics,
            matchChapterTitle(view.text, label.end),
          )
        : [];
    const scores = cuts.map((cut) => scoreCut(cut, model));
    const forms =
      settled === null
        ? likelyForms(view.text, label.end, cuts, probabilities(scores))
        : [formOf(view.text, label.end, settled.end, false)];
    return { label, group: groups[index] ?? 0, settled, cuts, scores, forms };
  });
  const families = Map.groupBy(headings, (heading) => heading.group);
  const kinds = Map.groupBy(headings, (heading) => heading.label.kind);
  return headings.map((heading, index) => {
    if (heading.settled !== null) return heading.settled;
    const limit = labels[index + 1]?.start ?? view.text.length;
    if (heading.cuts.length === 0) return clippedEnd(view.text, heading.label.end, limit);
    const siblings = formsAround(heading, families.get(heading.group) ?? [], true);
    const elsewhere = formsAround(heading, kinds.get(heading.label.kind) ?? [], false);
    return decide(view, heading, siblings, elsewhere, model);
  });
}

function colonsByGroup(
  view: TextView,
  labels: readonly Label[],
  groups: readonly number[],
): Map<Label, number> {
  const ends = new Map<Label, number>();
  for (const group of Map.groupBy(labels, (_label, index) => groups[index]).values()) {
    const found = colonEnds(
      view,
      group.map(({ end }) => end),
    );
    for (const [index, end] of found.entries()) {
      const label = group[index];
      if (label !== undefined && end !== null) ends.set(label, end);
    }
  }
  return ends;
}

/** In a text with lines the words up to the first full stop are the heading, the line goes on as body. */
function lineStop(view: TextView, label: Label, limit: number): HeadingEnd | null {
  if (label.start === 0 || view.breaks[label.start] !== breakKind.line) return null;
  const stop = view.text
    .slice(label.end, Math.min(limit, label.end + longestHeading + 1))
    .search(/[。!?]/);
  const end = label.end + stop;
  if (stop <= 0 || breaksBetween(view, label.end, end, breakKind.wrap)) return null;
  // Set apart from its body by a blank alone, or by nothing.
  if (breaksBetween(view, label.end + shortestHeading, end, breakKind.space)) return null;
  if (statedFigure.test(view.text.slice(label.end, end))) return null;
  return { end, certain: true };
}

/** The end of a line of the page, or a blank, stands in the stretch: a paragraph may end there or not. */
function breaksBetween(view: TextView, from: number, to: number, kind: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (view.breaks[at] === kind) return true;
  return false;
}

function siblingGroups(labels: readonly Label[]): number[] {
  let chinese = 0;
  let bracketed = 0;
  let next = 0;
  return labels.map((label) => {
    next += 1;
    if (label.kind === 'bracketed') {
      if (label.value === 1) bracketed = next;
      return bracketed;
    }
    bracketed = next;
    if (label.value === 1) chinese = -next;
    return chinese;
  });
}

function highest(scores: readonly number[]): number {
  return scores.reduce((best, score, index) => (score > (scores[best] ?? 0) ? index : best), 0);
}

/** How many headings on either side are looked at; keeps the cost linear in the number of headings. */
const neighbours = 20;

function formsAround(
  self: Undecided,
  family: readonly Undecided[],
  sameGroup: boolean,
): HeadingForm[] {
  const at = firstAtOrAfter(family, self.label.start);
  return family
    .slice(Math.max(0, at - neighbours), at + neighbours)
    .filter((other) => other !== self && (other.group === self.group) === sameGroup)
    .flatMap((other) => other.forms);
}

function firstAtOrAfter(family: readonly Undecided[], start: number): number {
  let low = 0;
  let high = family.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((family[middle]?.label.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A cut this far behind the best of the first pass is not looked at again: no siblings make up for it. */
const hopeless = 12;

function decide(
  view: TextView,
  heading: Undecided,
  siblings: readonly HeadingForm[],
  elsewhere: readonly HeadingForm[],
  model: CutModel,
): HeadingEnd {
  const from = heading.label.end;
  const least = Math.max(...heading.scores) - hopeless;
  const scores = heading.cuts.map((cut, index) => {
    if ((heading.scores[index] ?? 0) < least) return Number.NEGATIVE_INFINITY;
    const own = formOf(view.text, from, cut.end, cut.atStop);
    const features = siblingFeatures(heading.scores[index] ?? 0, own, siblings, elsewhere);
    let sum = breakGain(view, cut.end) - figuresCost(view.text, from, cut.end);
    if (!cut.atStop) sum += patternGain * sharedPattern(own, siblings);
    for (const [at, value] of features.entries()) sum += value * (model.siblingWeights[at] ?? 0);
    return sum;
  });
  const best = highest(scores);
  const probability = probabilities(scores)[best] ?? 0;
  return { end: heading.cuts[best]?.end ?? from, certain: probability >= model.certainFrom };
}
