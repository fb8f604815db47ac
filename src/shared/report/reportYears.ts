import type { Found } from './meetingLine.ts';
import { parseYear, yearDigits } from './numerals.ts';
import type { TitleFacts } from './titleLine.ts';

/** A year some words give for the review or for the plan. */
export interface YearClue {
  field: 'reviewYear' | 'planYear';
  year: number;
  clue: string;
  where: 'title' | 'text';
  found: { start: number; end: number };
  confidence: number;
}

const reviewWords =
  /回顾|总结|(?:完成|开展|进展|工作)情况|(?:工作|和|与|及|取得的?|主要)成[效绩就]|取得(?:的|了|新|显著|明显|较好)*(?:成[效绩就]|进展|进步|突破)|完成.*(?:任务|目标)|发展成就/;
const anyYear = new RegExp(`(${yearDigits}{4})年`, 'g');
const planWords = new RegExp(
  `(${yearDigits}{4})年(?:度|下半年)?(?:的)?(?:政府|全镇|全乡|经济社会发展|国民经济|主要|重点|工作|总体|整体|奋斗|预期|发展|和|及|与|、)*(?:思路|任务|安排|重点|要求|打算|计划|目标|建议|部署)`,
);

/** Years named by chapter headings: “2018年全年工作回顾”, “2019年政府工作整体要求”. */
export function readHeadingYears(
  headings: readonly { heading: string; start: number; end: number }[],
): YearClue[] {
  const clues: YearClue[] = [];
  for (const { heading, start, end } of headings) {
    const reviews = reviewWords.test(heading);
    const field = reviews ? 'reviewYear' : 'planYear';
    if (clues.some((clue) => clue.field === field)) continue;
    const year = reviews
      ? latestYear(reviewPart(heading))
      : parseYear(planWords.exec(heading)?.[1] ?? '');
    if (year === null) continue;
    clues.push({
      field,
      year,
      clue: '章标题',
      where: 'text',
      found: { start, end },
      confidence: 0.95,
    });
  }
  return clues;
}

/** “1993年工作的回顾和1994年工作的基本方针” up to its last word of a review; the whole where no year stands there. */
function reviewPart(heading: string): string {
  const words = [...heading.matchAll(new RegExp(reviewWords, 'g'))].at(-1);
  const part = words === undefined ? heading : heading.slice(0, words.index + words[0].length);
  return latestYear(part) === null ? heading : part;
}

/** “过去五年和2020年工作回顾”, “2011年至2015年工作回顾”: the year in review is the last one named. */
function latestYear(heading: string): number | null {
  const years = [...heading.matchAll(anyYear)].map((match) => parseYear(match[1] ?? ''));
  return years.reduce(
    (latest, year) => (year !== null && (latest === null || year > latest) ? year : latest),
    null,
  );
}

/**
 * A meeting in January to September reviews the year before and plans its own; one in October to
 * December reviews its own year and plans the next.
 */
export function readMeetingYears(
  delivered: Found<string>,
  clue: string,
  confidence: number,
): YearClue[] {
  const year = Number(delivered.value.slice(0, 4));
  const plan = Number(delivered.value.slice(5, 7)) >= 10 ? year + 1 : year;
  return bothYears(plan, clue, 'text', delivered, confidence);
}

/** A half-year report reviews one half of its year and plans the other. */
export function readHalfYear(year: Found<number>): YearClue[] {
  return bothYears(year.value, '题名', 'title', year, 0.8).map((clue) => ({
    ...clue,
    year: year.value,
  }));
}

/**
 * The year of a title is mostly the year of the meeting, and sometimes the year in review: weak. “2023年工作总结和2024年
 * 工作安排” says which is which, and so do chapters that name both years.
 */
export function readTitleYears(
  { year, rest }: TitleFacts,
  headingYears: readonly YearClue[],
): YearClue[] {
  if (year === null) return [];
  const inChapters =
    headingYears.length === 2 &&
    headingYears.some((clue) => clue.field === 'reviewYear' && clue.year === year.value);
  const inTitle = /总结|回顾/.test(rest.value) ? latestYear(reviewPart(rest.value)) : null;
  const reviewed = inTitle ?? (inChapters ? year.value : null);
  if (reviewed === null) return bothYears(year.value, '题名', 'title', year, 0.6);
  const planned = parseYear(planWords.exec(rest.value)?.[1] ?? '') ?? reviewed + 1;
  return bothYears(planned, '题名', 'title', year, 0.8).map((clue) =>
    clue.field === 'reviewYear' ? { ...clue, year: reviewed } : clue,
  );
}

function bothYears(
  plan: number,
  clue: string,
  where: YearClue['where'],
  found: { start: number; end: number },
  confidence: number,
): YearClue[] {
  const place = { start: found.start, end: found.end };
  return [
    { field: 'reviewYear', year: plan - 1, clue, where, found: place, confidence },
    { field: 'planYear', year: plan, clue, where, found: place, confidence },
  ];
}
