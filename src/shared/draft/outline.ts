import type { ReportAnalysis } from '../report/report.ts';
import { displayPunctuation } from '../text/display.ts';
import type { DraftBlock } from './blocks.ts';

/** Deeper headings of a report become headings of this level. */
const DEEPEST = 4;
/** A longer heading is a sentence that runs in: it is text, and text is not taken over. */
const LONGEST = 40;

/**
 * The headings of a report as the beginning of a draft for `planYear`: structure and roles without text. The
 * half-width punctuation of a web page is not taken over; the report's own two years become those of the draft (2018年工作回顾 → 2019年工作回顾); every other word
 * stays, since only the person knows what next year's headings say.
 */
export function outlineOf(
  text: string,
  { sections, metadata }: Pick<ReportAnalysis, 'sections' | 'metadata'>,
  planYear: number,
): DraftBlock[] {
  const shift = metadata.planYear === null ? 0 : planYear - metadata.planYear;
  return sections
    .filter(({ nodeKind }) => nodeKind === 'heading')
    .map(({ start, end, level, role }) => ({ words: text.slice(start, end), level, role }))
    .filter(({ words, level }) => level <= 2 || words.length <= LONGEST)
    .map(({ words, level, role }) => ({
      kind: 'heading' as const,
      level: Math.min(level, DEEPEST),
      text: shiftYears(
        displayPunctuation(words.trim()),
        shift,
        [metadata.reviewYear, metadata.planYear].filter((year) => year !== null),
      ),
      source: null,
      ...(role && { role }),
    }))
    .filter((block) => block.text !== '');
}

function shiftYears(words: string, shift: number, years: readonly number[]): string {
  return words.replace(/(?<!\d)(\d{4})(?=\s*年)/gu, (year) =>
    years.includes(Number(year)) ? String(Number(year) + shift) : year,
  );
}
