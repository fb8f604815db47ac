/**
 * Reads the reports that the statistics are learned from: the folder 政府工作报告-其他地市 of the public
 * repository github.com/lawtext/gov (city reports, 2012–2026, one Markdown file each). 潍坊 is left out,
 * because it stands in the sample library. Nothing of the texts is written anywhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TrueHeading {
  kind: 'chinese' | 'bracketed';
  /** 1 for 一、 */
  first: boolean;
  start: number;
  labelEnd: number;
  /** Null where the paragraph has no heading of its own. */
  end: number | null;
  /** Nothing stands between heading and body. */
  glued: boolean;
}

export interface TrainingReport {
  city: string;
  lines: string[];
  /** The report in one line, as a web site would have glued it. */
  text: string;
  headings: TrueHeading[];
}

const narrow: Record<string, string> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '！': '!',
  '？': '?',
};
const label = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)、?)/;
const anyLabel = / *([一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/g;
const longestHeading = 60;

/** One city in five is held out for measuring. */
export function isHeldOut(city: string): boolean {
  let hash = 0;
  for (const character of city) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % 5 === 0;
}

export function readCorpus(folder: string): TrainingReport[] {
  return readdirSync(folder)
    .sort()
    .filter((city) => !city.includes('潍坊'))
    .flatMap((city) =>
      readdirSync(join(folder, city))
        .sort()
        .map((file) => glue(city, readFileSync(join(folder, city, file), 'utf8'))),
    );
}

/** A report and the places of its numbered headings once its lines are glued into one. */
export function glue(city: string, source: string): TrainingReport {
  const lines = source
    .replace(/^---[\s\S]*?\n---\n/, '')
    .split('\n')
    .map((line) => line.replace(/\*\*|^#+/g, '').trim())
    .map((line) => line.replace(/[，：；（）！？]/g, (mark) => narrow[mark] ?? mark))
    .filter((line) => line !== '');
  const headings: TrueHeading[] = [];
  let text = '';
  for (const line of lines) {
    const spaced = line.replace(anyLabel, ' $1');
    const words = spaced.trimStart();
    const start = text.length + spaced.length - words.length;
    const found = label.exec(words);
    if (found !== null) headings.push(readHeading(found[0], words.slice(found[0].length), start));
    text += spaced;
  }
  return { city, lines, text, headings };
}

function readHeading(number: string, body: string, start: number): TrueHeading {
  const labelEnd = start + number.length;
  const heading = {
    kind: number.startsWith('(') ? ('bracketed' as const) : ('chinese' as const),
    first: number.startsWith('一、') || number.startsWith('(一)'),
    start,
    labelEnd,
  };
  const stop = body.indexOf('。');
  if (stop >= 0 && stop <= longestHeading)
    return { ...heading, end: labelEnd + stop, glued: false };
  if (stop >= 0 || body.length > longestHeading) return { ...heading, end: null, glued: false };
  const trimmed = body.replace(/[!?:;,、]+$/, '');
  return { ...heading, end: labelEnd + trimmed.length, glued: trimmed.length === body.length };
}
