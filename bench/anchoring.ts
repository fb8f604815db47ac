/*
 * Notes under 10,000 random edits: how often ours and an approximate matcher, on the very same edits,
 * set a note on another sentence without a word. The peer takes the best approximate score of
 * quotation, context and position, as quote matchers for web pages do.
 * Run: node bench/anchoring.ts
 */

import type { Span } from '../src/shared/report/report.ts';
import type { PassageAnchor } from '../src/shared/text/anchor/anchor.ts';
import { describePassage } from '../src/shared/text/anchor/describePassage.ts';
import { matchPassage } from '../src/shared/text/anchor/matchPassage.ts';
import {
  editOnce,
  formulaicText,
  isOwnPlace,
  seededRandom,
  trackText,
  truePlace,
} from '../src/shared/text/anchor/trackedText.cases.ts';

const runs = 10_000;

/** Least edits from `words` to a passage of `text` ending at each offset, with the start of that passage. */
function approximateEnds(text: string, words: string): { errors: Int32Array; starts: Int32Array } {
  let errors = new Int32Array(text.length + 1);
  let starts = Int32Array.from({ length: text.length + 1 }, (_, at) => at);
  for (let row = 1; row <= words.length; row += 1) {
    const nextErrors = new Int32Array(text.length + 1);
    const nextStarts = new Int32Array(text.length + 1);
    nextErrors[0] = row;
    const unit = words.charCodeAt(row - 1);
    for (let at = 1; at <= text.length; at += 1) {
      const replace = (errors[at - 1] ?? 0) + (text.charCodeAt(at - 1) === unit ? 0 : 1);
      const drop = (errors[at] ?? 0) + 1;
      const add = (nextErrors[at - 1] ?? 0) + 1;
      const least = Math.min(replace, drop, add);
      nextErrors[at] = least;
      nextStarts[at] =
        least === replace
          ? (starts[at - 1] ?? 0)
          : least === drop
            ? (starts[at] ?? 0)
            : (nextStarts[at - 1] ?? 0);
    }
    errors = nextErrors;
    starts = nextStarts;
  }
  return { errors, starts };
}

function likeness(a: string, b: string): number {
  if (b.length === 0) return 1;
  const { errors } = approximateEnds(a, b);
  return 1 - Math.min(...errors) / b.length;
}

/** The best place by score, if half of the quotation can be found at all. */
function matchApproximately(text: string, anchor: PassageAnchor): Span | undefined {
  const { quote, prefix, suffix } = anchor;
  const { errors, starts } = approximateEnds(text, quote);
  const least = Math.min(...errors);
  if (least > quote.length / 2) return undefined;
  let best: { span: Span; score: number } | undefined;
  for (let end = 1; end <= text.length; end += 1) {
    if ((errors[end] ?? 0) > least) continue;
    const start = starts[end] ?? 0;
    const before = likeness(text.slice(Math.max(0, start - prefix.length), start), prefix);
    const after = likeness(text.slice(end, end + suffix.length), suffix);
    const near = 1 - Math.abs(start - anchor.start) / Math.max(1, text.length);
    const score = 50 * (1 - least / quote.length) + 20 * before + 20 * after + 2 * near;
    if (!best || score > best.score) best = { span: { start, end }, score };
  }
  return best?.span;
}

const random = seededRandom(20261122);
const ours = { right: 0, misplaced: 0, review: 0, orphaned: 0, lost: 0 };
const peer = { right: 0, misplaced: 0, orphaned: 0 };
const spent = { ours: 0, peer: 0 };

for (let run = 0; run < runs; run += 1) {
  const before = formulaicText(random, 15 + Math.floor(random() * 30));
  const start = Math.floor(random() * (before.length - 2));
  const note = { start, end: Math.min(before.length, start + 2 + Math.floor(random() * 40)) };
  const anchor = describePassage(before, note);
  let now = trackText(before);
  for (let edits = 1 + Math.floor(random() * 6); edits > 0; edits -= 1) now = editOnce(now, random);

  const began = performance.now();
  const match = matchPassage(now.text, anchor);
  const between = performance.now();
  const guess = matchApproximately(now.text, anchor);
  spent.ours += between - began;
  spent.peer += performance.now() - between;

  const own = truePlace(now, note);
  if (match.state === 'anchored') {
    if (isOwnPlace(now, note, match.span)) ours.right += 1;
    else ours.misplaced += 1;
  } else {
    ours[match.state] += 1;
    const offered = match.state === 'review' ? match.candidates : [];
    if (own && !offered.some((span) => span.start === own.start && span.end === own.end)) {
      ours.lost += 1;
    }
  }
  // A few characters more or less are not held against the peer: it is misplaced where most are not the note's.
  const center = guess && { start: guess.start, end: Math.max(guess.end, guess.start + 1) };
  if (!center) peer.orphaned += 1;
  else if (own ? center.start < own.end && own.start < center.end : isOwnPlace(now, note, center)) {
    peer.right += 1;
  } else peer.misplaced += 1;
}

console.log(`${runs} runs of one to six random edits`);
console.table({ ours, peer });
console.log(`time, ours ÷ peer: ${(spent.ours / spent.peer).toFixed(4)}`);
if (ours.misplaced > 0 || ours.lost > 0) process.exitCode = 1;
