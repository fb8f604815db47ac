import { colonEnds } from './colonEnds.ts';
import type { CutModel } from './headingCut.ts';
import { entryEnd, findHeadingEnds, type HeadingEnd } from './headingEnd.ts';
import { boundaryAt, type Label, type LabelKind } from './labels.ts';
import { parseChineseInteger } from './numerals.ts';
import { byStart, type Gap, gapsBetween, type OutlineNode } from './outlineNode.ts';
import { breakKind, type TextView } from './view.ts';

/** A run 1. 2. 3. or 一是 二是 三是 inside one section, in order. */
interface Run {
  labels: Label[];
  /** Where the text of the last member ends at the latest. */
  end: number;
}

const livelihoodIntroduction =
  /(?:实事|好事|件事)(?:。$|[^。]{0,60}$|[^。]{0,60}。[^。]{0,12}\d+件[^。]{0,40}$)/;
const shortcomingsIntroduction =
  /(?:问题|不足|差距|困难|短板|矛盾)[^。]{0,24}(?:[:,]|是|在)$|(?:看到|认识到|意识到|存在|面临)[^。]{0,24}(?:问题|不足|差距|困难|短板|矛盾)[^。]{0,6}。$/;

/**
 * 1. 2. 3., (1) (2), ——, 一是 二是 and 第一, 第二, in the gaps between the headings found so far, each kind inside
 * the other as the text nests them.
 */
export function findLists(
  view: TextView,
  labels: readonly Label[],
  gaps: readonly Gap[],
  model: CutModel,
): OutlineNode[] {
  let found: OutlineNode[] = [];
  let open = gaps;
  for (const kind of ['arabic', 'bracketed-arabic', 'circled', 'dash'] as const) {
    const members = inGaps(labels, kind, open).flatMap((run) =>
      kind === 'circled' && countsClauses(view, run)
        ? firstlyNodes(view, run, kind)
        : runNodes(view, run, kind, model),
    );
    found = found.concat(members.sort(byStart));
    let at = 0;
    open = open.flatMap((gap) => {
      const from = at;
      while (at < members.length && (members[at]?.start ?? 0) < gap.to) at += 1;
      return gapsBetween(members.slice(from, at), gap.from, gap.to);
    });
  }
  for (const kind of ['is', 'ordinal'] as const) {
    const members = inGaps(labels, kind, open).flatMap((run) =>
      countedBefore(view.text, run.labels[0]?.start ?? 0) > 1
        ? runNodes(view, run, kind, model)
        : firstlyNodes(view, run, kind),
    );
    found = found.concat(members);
  }
  return found;
}

const countedLivelihood =
  /([\d一二两三四五六七八九十]+)(?:件事|[件项][^。:,、]{0,8}[实好]事)(?:[^。]{0,60}。|[^。]{0,20}:)$/;

/**
 * Which 一、 or (一) labels, in order, count the items of a list of 实事 (“集中办好八件实事:一、建成镇客运站;二、…”):
 * those that go on from the 一、 behind its introduction.
 */
export function livelihoodLabels(text: string, labels: readonly Label[]): Set<Label> {
  const items = new Set<Label>();
  let last: Label | null = null;
  let count = 0;
  for (const label of labels) {
    const goesOn: boolean =
      last !== null && label.kind === last.kind && label.value === last.value + 1;
    if (!goesOn || label.value > count) {
      count = label.value !== 1 ? 0 : countedBefore(text, label.start);
    }
    last = label.value <= count ? label : null;
    if (last !== null) items.add(last);
  }
  return items;
}

/** How many 实事 are announced right before `at`; 0 if none are. */
function countedBefore(text: string, at: number): number {
  const words = countedLivelihood.exec(text.slice(Math.max(0, at - 120), at))?.[1];
  return words === undefined ? 0 : (parseChineseInteger(words.replace('两', '二')) ?? 0);
}

/** The labels of one kind, gap by gap; both lists are sorted, so one walk over them is enough. */
function inGaps(labels: readonly Label[], kind: LabelKind, gaps: readonly Gap[]): Run[] {
  const ofKind = labels.filter((label) => label.kind === kind);
  const runs: Run[] = [];
  let at = 0;
  for (const gap of gaps) {
    const inside: Label[] = [];
    while (at < ofKind.length && (ofKind[at]?.start ?? 0) < gap.to) {
      const label = ofKind[at];
      if (label !== undefined && label.start >= gap.from) inside.push(label);
      at += 1;
    }
    if (kind === 'dash') {
      const opening = inside.filter((one) => one.boundary !== 'none' || one.start === gap.from);
      if (opening.length >= 2) runs.push({ labels: opening, end: gap.to });
    } else for (const run of collectRuns(inside, gap)) runs.push(run);
  }
  return runs;
}

/**
 * A run starts at 1 after a boundary or straight after a heading and goes on with the next number; a
 * later member may follow a sentence whose full stop was lost. One member alone is no run.
 */
function collectRuns(labels: readonly Label[], gap: Gap): Run[] {
  const runs: Run[] = [];
  let current: Label[] = [];
  const close = (end: number) => {
    if (current.length >= 2) runs.push({ labels: current, end });
    current = [];
  };
  for (const label of labels) {
    const last = current.at(-1);
    const bounded = label.boundary !== 'none' || label.start <= gap.from + 1 || label.kind === 'is';
    if (label.value === 1 && bounded) {
      close(label.start);
      current = [label];
    } else if (
      last !== undefined &&
      label.value === last.value + 1 &&
      // “居全县第二,…” counts nothing here.
      (bounded || label.kind !== 'ordinal')
    ) {
      current.push(label);
    }
  }
  close(gap.to);
  return runs;
}

/** ① ② inside a paragraph may count the clauses of a sentence, as 一是 does; those of a list of 实事 never do. */
function countsClauses(view: TextView, run: Run): boolean {
  const start = run.labels[0]?.start ?? 0;
  const before = view.text.slice(Math.max(0, start - 160), start);
  return boundaryAt(view, start) !== 'line' && !livelihoodIntroduction.test(before);
}

/**
 * “问题:1、农业基础薄弱,…;2、工业规模小,…;3、…。”: the numbers count the clauses of one sentence. So do dashes on lines of their
 * own (“奋斗目标是:——粮食总产达到3100吨;——财政收入完成54万元。”).
 */
function goesThroughSentence({ text, breaks }: TextView, { labels }: Run): boolean {
  return labels.slice(1).every(({ kind, start }, index) => {
    if (text[start - 1] !== ';') return false;
    if (breaks[start] !== breakKind.line) return true;
    return kind === 'dash' && !/[。:]/.test(text.slice(labels[index]?.end, start));
  });
}

/** Headings 1、2、3、 may be glued to their bodies as those of (一) are. */
function gluedEnds(view: TextView, run: Run, model: CutModel): (HeadingEnd | undefined)[] {
  const labels = run.labels.map((label) => ({ ...label, kind: 'bracketed' as const }));
  return findHeadingEnds(view, labels, model).map((found, index) =>
    found.end > (run.labels[index + 1]?.start ?? run.end) ? undefined : found,
  );
}

function runNodes(view: TextView, run: Run, glyph: LabelKind, model: CutModel): OutlineNode[] {
  const first = run.labels[0];
  if (first === undefined) return [];
  const before = view.text.slice(Math.max(0, first.start - 160), first.start);
  const isItem = glyph !== 'dash' && livelihoodIntroduction.test(before);
  if (!isItem && goesThroughSentence(view, run)) return [];
  const ends = isItem ? null : gluedEnds(view, run, model);
  const colons =
    glyph === 'dash'
      ? colonEnds(
          view,
          run.labels.map((label) => label.end),
        )
      : [];
  return run.labels.map((label, index) => {
    const limit = run.labels[index + 1]?.start ?? run.end;
    const colon = colons[index] ?? null;
    const found = colon === null ? ends?.[index] : { end: colon, certain: true };
    const { end, certain } = found ?? entryEnd(view, label.end, limit);
    const nodeKind = isItem ? 'item' : 'heading';
    return {
      glyph,
      nodeKind,
      level: 0,
      start: label.start,
      wordsStart: label.end,
      end,
      certain: isItem || certain,
    };
  });
}

/**
 * 一是 is a heading when its phrase closes with a full stop and its text follows; an enumeration when
 * the sentence runs on (“一是特色产业大而不强,大项目少,…;二是…”) or shortcomings are counted. Where the phrases of
 * most do not close so, the last of an enumeration is what ends in the full stop.
 */
function firstlyNodes(
  view: TextView,
  run: Run,
  glyph: 'is' | 'ordinal' | 'circled',
): OutlineNode[] {
  const { text } = view;
  const first = run.labels[0];
  if (
    first === undefined ||
    shortcomingsIntroduction.test(text.slice(Math.max(0, first.start - 60), first.start)) ||
    run.labels.slice(1).some((label) => text[label.start - 1] === ';')
  ) {
    return [];
  }
  const nodes = run.labels.flatMap<OutlineNode>((label, index) => {
    const limit = run.labels[index + 1]?.start ?? run.end;
    const phrase = /^[^。!?;:]{4,34}(?=。)/.exec(text.slice(label.end, label.end + 36))?.[0];
    if (phrase === undefined || (phrase.match(/,/g) ?? []).length > 1) return [];
    const end = label.end + phrase.length;
    if (limit - end < 8 || /[的和与及]$/.test(phrase)) return [];
    return [
      {
        glyph,
        nodeKind: 'heading',
        level: 0,
        start: label.start,
        wordsStart: label.end,
        end,
        certain: true,
      },
    ];
  });
  return nodes.length * 2 > run.labels.length ? nodes : [];
}
