import { breakKind, readView, type TextView } from '../report/view.ts';
import { simplify } from './traditional.ts';

/** “- 3 -”, “第 3 页 共 20 页”, “3 / 20” on a line of its own, and the line ends around it. */
const PAGE_MARK =
  /(?<!\s)\s*\n[ \t\u3000]*(?:[-—–─·•]+[ \t]*\d{1,4}[ \t]*[-—–─·•]+|第[ \t]*\d{1,4}[ \t]*页(?:[ \t,，/]*共[ \t]*\d{1,4}[ \t]*页)?|\d{1,4}[ \t]*\/[ \t]*\d{1,4})[ \t\u3000]*(?=\r?\n|$)\s*/g;
/** “颍(yǐng)河”: a reading aid of the speaker's copy. */
const PINYIN = /[（(][a-zA-Z ]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ][a-zA-Zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ ]*[）)]/g;

/**
 * The text as figures are read from it: the reading view of the report with page marks and pinyin
 * taken out and traditional characters folded, one for one, so that offsets stay those of the view.
 *
 * @param shared `readView(source)`, where that is known: nothing is read again where nothing is taken out.
 */
export function readFigureView(source: string, shared?: TextView): TextView {
  const marked = source.includes('\n') ? blank(source, PAGE_MARK) : source;
  const unmarked = blank(marked, PINYIN);
  const view = shared !== undefined && unmarked === source ? shared : readView(unmarked);
  const simplified = simplify(view.text);
  return simplified === view.text ? view : { ...view, text: simplified };
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match, offset: number) => {
    // A page may end with its paragraph: then the line end is kept.
    const closes = /[。！？!?：:；;]$/.test(text.slice(Math.max(0, offset - 1), offset));
    // A page may end within a number, as a line may: 151⏎- 3 -⏎72元.
    const behind = offset + match.length;
    const within = /^\d\d$/.test(text.charAt(offset - 1) + text.charAt(behind));
    return (closes || within) && match.includes('\n')
      ? `\n${' '.repeat(match.length - 1)}`
      : ' '.repeat(match.length);
  });
}

const ENDS_SENTENCE = /[。!?;]/g;
const JOINS_BEFORE = new Set([',', '、', '(', '的', '和', '与', '及', '“']);
const JOINS_AFTER = new Set([',', '、', '。', ';', ')', '%', '”']);

/**
 * Offsets in the view at which a sentence starts: after 。!?; and at trusted line ends, but not at a
 * line end in the middle of a number or a clause, as copying from a page leaves them.
 */
export function sentenceStarts(view: TextView, headings: Iterable<number>): number[] {
  const starts = new Set<number>([0]);
  const { text, breaks } = view;
  ENDS_SENTENCE.lastIndex = 0;
  for (let match = ENDS_SENTENCE.exec(text); match !== null; match = ENDS_SENTENCE.exec(text)) {
    starts.add(match.index + 1);
  }
  for (
    let at = breaks.indexOf(breakKind.line);
    at >= 0;
    at = breaks.indexOf(breakKind.line, at + 1)
  ) {
    if (at > 0 && !joined(text, at)) starts.add(at);
  }
  for (const at of headings) starts.add(at);
  return [...starts].sort((a, b) => a - b);
}

/** A number with its unit opens no paragraph; 2019年, 1. and 一、 may. */
const FIGURE_AHEAD = /^\d[\d.,]*(?:%|‰|[万亿元亩户人家个吨倍余多]|公里|平方|公顷)/;

function joined(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (JOINS_BEFORE.has(before) || JOINS_AFTER.has(after)) return true;
  if (/[万亿]/.test(before) && /[元亩吨户人株]/.test(after)) return true;
  if (/\d/.test(before)) return /[\d.%个处家项件亩万亿元千公里平方户人名米吨月]/.test(after);
  return !'。!?;:'.includes(before) && FIGURE_AHEAD.test(text.slice(at, at + 16));
}
