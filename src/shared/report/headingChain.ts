import type { Boundary, Label } from './labels.ts';

/**
 * Chooses which 一、 and (一) of a text are headings: the best path over all candidates, where the
 * state is the last accepted 一、 and the last accepted (一) below it. The next number is rewarded; a
 * restart, a gap and a repetition are possible at a price, because reports contain typing errors.
 */

const boundaryGain: Record<Boundary, number> = { line: 4, stop: 3, colon: 1, space: -8, none: -8 };
/** A (一) straight after an undelimited 二、… is good as long as that heading is still open. */
const openHeadingGain = 2;
const longestHeading = 62;

interface Path {
  score: number;
  accepted: Label | null;
  previous: Path | null;
}

interface State extends Path {
  chinese: number;
  bracketed: number;
}

/**
 * @param text the view's text
 * @param labels 一、 and (一) candidates in order
 * @param chapters ends of chapter titles without number, in order: 一、 may start again after one
 */
export function chooseChain(
  text: string,
  labels: readonly Label[],
  chapters: readonly number[],
): Label[] {
  let states = new Map<number, State>([
    [0, { chinese: 0, bracketed: 0, score: 0, accepted: null, previous: null }],
  ]);
  let chapterAt = 0;
  for (const [index, label] of labels.entries()) {
    let freshChapter = false;
    while (chapterAt < chapters.length && (chapters[chapterAt] ?? 0) <= label.start) {
      chapterAt += 1;
      freshChapter = true;
    }
    const open = followsOpenHeading(text, labels, index) || chapters[chapterAt - 1] === label.start;
    const gain = open
      ? Math.max(openHeadingGain, boundaryGain[label.boundary])
      : boundaryGain[label.boundary];
    const next = new Map<number, State>();
    for (const state of states.values()) {
      const base = freshChapter ? restarted(state) : state;
      keepBest(next, base);
      keepBest(next, accept(base, label, gain));
    }
    states = next.size > widest ? best(next) : next;
  }
  let last: Path | null = null;
  for (const state of states.values()) if (last === null || state.score > last.score) last = state;
  const chosen: Label[] = [];
  for (let path = last; path !== null; path = path.previous) {
    if (path.accepted !== null) chosen.push(path.accepted);
  }
  return chosen.reverse();
}

/** How many states are followed; hostile texts would make thousands. */
const widest = 64;

function best(states: Map<number, State>): Map<number, State> {
  return new Map([...states].sort((a, b) => b[1].score - a[1].score).slice(0, widest / 2));
}

/** A new chapter: both counts may begin again. The path itself is unchanged. */
function restarted(state: State): State {
  return { ...state, chinese: 0, bracketed: 0 };
}

function keepBest(states: Map<number, State>, state: State): void {
  const key = state.chinese * 64 + state.bracketed;
  const known = states.get(key);
  if (known === undefined || state.score > known.score) states.set(key, state);
}

function accept(state: State, label: Label, gain: number): State {
  const chinese = label.kind === 'chinese';
  const last = chinese ? state.chinese : state.bracketed;
  const score = state.score + gain + sequenceGain(last, label.value);
  const accepted = { score, accepted: label, previous: state };
  return chinese
    ? { ...accepted, chinese: label.value, bracketed: 0 }
    : { ...accepted, chinese: state.chinese, bracketed: label.value };
}

function sequenceGain(last: number, value: number): number {
  if (value === last + 1) return 6;
  if (value === 1) return -1;
  if (value === last + 2) return -2;
  if (value === last) return -3;
  return -6;
}

/** True if a candidate stands shortly before with no full stop between: “二、坚持固本强基…新成效(一)”. */
function followsOpenHeading(text: string, labels: readonly Label[], index: number): boolean {
  const label = labels[index];
  const before = labels[index - 1];
  if (label === undefined || before === undefined || label.value !== 1) return false;
  if (label.start - before.start > longestHeading || before.kind === label.kind) return false;
  return !/[。!?;]/.test(text.slice(before.end, label.start));
}
