/** Half-width marks and what Chinese prose prints in their place. */
const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);

/** Characters beside which a half-width mark is a mark of Chinese prose. */
const CHINESE = /[\p{Script=Han}〇“”‘’《》〈〉「」『』【】、。，；：？！（）％‰—…·]/u;
const DIGIT = /[0-9０-９]/;
const LATIN = /[A-Za-z]/;

/** The nearest character to one side that is not white space, on the same line. */
function neighbour(text: string, at: number, step: -1 | 1): string {
  for (let i = at + step; i >= 0 && i < text.length; i += step) {
    const character = text[i] as string;
    if (character === '\n') return '';
    if (character !== ' ') return character;
  }
  return '';
}

/** 9:30 and 1,234 stay as they are: a mark between digits belongs to the number. */
function isInsideNumber(text: string, at: number): boolean {
  const mark = text[at];
  if (!DIGIT.test(text[at - 1] ?? '') || !DIGIT.test(text[at + 1] ?? '')) return false;
  if (mark === ':') return true;
  return mark === ',' && /^[0-9]{3}(?![0-9])/.test(text.slice(at + 1, at + 5));
}

/** Whether a mark stands in Chinese prose: beside Chinese, or between numbers of a Chinese sentence. */
function isChineseMark(text: string, at: number): boolean {
  if (isInsideNumber(text, at)) return false;
  const before = neighbour(text, at, -1);
  const after = neighbour(text, at, 1);
  if (CHINESE.test(before) || CHINESE.test(after)) return true;
  if (LATIN.test(before) || LATIN.test(after)) return false;
  return CHINESE.test(nearestLetter(text, at, -1)) || CHINESE.test(nearestLetter(text, at, 1));
}

/** The nearest letter or Chinese character within a few places: “增长8.5%,11%” is a Chinese sentence. */
function nearestLetter(text: string, at: number, step: -1 | 1): string {
  for (let i = at + step, left = 12; left > 0 && i >= 0 && i < text.length; i += step, left--) {
    const character = text[i] as string;
    if (character === '\n') return '';
    if (LATIN.test(character) || CHINESE.test(character)) return character;
  }
  return '';
}

/** A full stop behind Chinese that ends a sentence: not “1.投入”, not 10544.4, not an ellipsis of dots. */
function isChineseStop(text: string, at: number): boolean {
  if (text[at - 1] === '.' || text[at + 1] === '.') return false;
  const before = text[at - 1] ?? '';
  if (!/[\p{Script=Han}〇”’》」』）)％%‰]/u.test(before)) return false;
  return !DIGIT.test(before) && !LATIN.test(text[at + 1] ?? '');
}

const MARK = /[,;:?!().]/g;

/**
 * Shows Chinese prose with standard full-width punctuation (GB/T 15834-2011): “现在,我受镇政府委托” →
 * “现在，我受镇政府委托”. Figures, times and labels of lists stay: 10544.4, 1,234, 9:30, “1.”, “二、”.
 * Every character keeps its place, so offsets hold for both; the stored text is never changed.
 */
export function displayPunctuation(text: string): string {
  return text.replace(MARK, (mark, at: number) => {
    if (mark === '.') return isChineseStop(text, at) ? '。' : mark;
    return isChineseMark(text, at) ? (FULL_WIDTH.get(mark) ?? mark) : mark;
  });
}
