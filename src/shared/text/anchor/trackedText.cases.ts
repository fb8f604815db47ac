import type { Span } from '../../report/report.ts';
import { contextLength } from './anchor.ts';

/**
 * A text that knows where each of its characters came from, so that after any edits the true place
 * of a note is known without matching anything.
 */
export interface TrackedText {
  text: string;
  /** For each UTF-16 unit where it stood in the original; `copyMark` more for a copy; -1 for typed ones. */
  origins: readonly number[];
}

const copyMark = 1e7;
const typedMark = -1;

/** A generator of numbers in [0, 1) that gives the same numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function trackText(text: string): TrackedText {
  return { text, origins: Array.from({ length: text.length }, (_, index) => index) };
}

/** Where the characters that stood at `note` in the original stand now; undefined if any is gone or they were parted. */
export function truePlace(now: TrackedText, note: Span): Span | undefined {
  const start = now.origins.indexOf(note.start);
  if (start < 0) return undefined;
  for (let offset = 1; offset < note.end - note.start; offset += 1) {
    if (now.origins[start + offset] !== note.start + offset) return undefined;
  }
  return { start, end: start + note.end - note.start };
}

/**
 * Whether a note set on `place` is where it belongs: on the very characters it was made on; or,
 * where those do not stand together any more, on a copy of them (a paragraph moved by copying it and
 * deleting the original), or in their old surroundings (the same words retyped there).
 */
export function isOwnPlace(now: TrackedText, note: Span, place: Span): boolean {
  const own = truePlace(now, note);
  if (own) return own.start === place.start && own.end === place.end;
  const isOld = (mark: number | undefined): mark is number =>
    mark !== undefined && mark !== typedMark;
  const copied = now.origins
    .slice(place.start, place.end)
    .some((mark, offset) => isOld(mark) && mark % copyMark === note.start + offset);
  const near = (mark: number | undefined): boolean =>
    mark === undefined ||
    (mark % copyMark >= note.start - contextLength && mark % copyMark < note.end + contextLength);
  const before = now.origins.slice(0, place.start).findLast(isOld);
  const after = now.origins.slice(place.end).find(isOld);
  return copied || (near(before) && near(after));
}

/** Sentences that stand again and again in reports of this kind (made up for tests). */
export const formulas = [
  '为开创新时代高质量发展新局面而努力奋斗!',
  '推动全镇各项事业再上新台阶。',
  '严格落实安全生产责任制,',
  '持续提升人居环境水平,',
  '各位代表,过去一年取得的成绩来之不易。',
  '增加集体和农户收入。',
];

const subjects = ['云溪镇', '柳河社区', '东岭村', '全镇', '青石片区', '双桥村'];
const deeds = ['新修道路', '改造旱厕', '流转土地', '栽植苗木', '新建大棚', '化解矛盾纠纷'];
const units = ['公里', '户', '亩', '万株', '座', '起'];

/** A synthetic report body full of repeated formulas and near-equal sentences. */
export function formulaicText(random: () => number, sentences: number): string {
  const pick = (list: readonly string[]): string =>
    list[Math.floor(random() * list.length)] as string;
  let text = '';
  while (sentences > 0) {
    sentences -= 1;
    if (random() < 0.35) text += pick(formulas);
    else {
      const figure = 1 + Math.floor(random() * 40);
      text += `${pick(subjects)}${pick(deeds)}${figure}${pick(units)},${pick(formulas).slice(0, 9)}。`;
    }
  }
  return text;
}

/** One random edit: something typed, deleted, replaced, moved, or a passage that stands elsewhere copied in. */
export function editOnce(now: TrackedText, random: () => number): TrackedText {
  const { text, origins } = now;
  const at = (limit: number): number => Math.floor(random() * (limit + 1));
  const start = at(text.length);
  const end = Math.min(text.length, start + at(random() < 0.3 ? 200 : 25));
  const kind = random();
  const cut = splice(now, start, end, '');
  if (kind < 0.2) return splice(now, start, start, typed(random));
  if (kind < 0.4) return cut;
  if (kind < 0.6) return splice(now, start, end, typed(random));
  if (kind < 0.8) {
    const target = at(cut.text.length);
    return {
      text: cut.text.slice(0, target) + text.slice(start, end) + cut.text.slice(target),
      origins: [
        ...cut.origins.slice(0, target),
        ...origins.slice(start, end),
        ...cut.origins.slice(target),
      ],
    };
  }
  const target = at(text.length);
  const copies = origins
    .slice(start, end)
    .map((origin) => (origin < 0 ? origin : (origin % copyMark) + copyMark));
  return splice(now, target, target, text.slice(start, end), copies);
}

function splice(
  now: TrackedText,
  start: number,
  end: number,
  typedIn: string,
  fresh: readonly number[] = Array.from({ length: typedIn.length }, () => typedMark),
): TrackedText {
  return {
    text: now.text.slice(0, start) + typedIn + now.text.slice(end),
    origins: [...now.origins.slice(0, start), ...fresh, ...now.origins.slice(end)],
  };
}

function typed(random: () => number): string {
  if (random() < 0.4) return formulas[Math.floor(random() * formulas.length)] as string;
  const length = 1 + Math.floor(random() * 6);
  return Array.from({ length }, () =>
    String.fromCharCode(0x4e00 + Math.floor(random() * 400)),
  ).join('');
}
