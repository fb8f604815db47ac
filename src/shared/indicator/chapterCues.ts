import type { SectionRole } from '../report/report.ts';

/** Where a chapter seems to start, as an offset of the reading view. */
export interface ChapterCue {
  start: number;
  role: SectionRole;
}

const YEAR = '(?:(?:19|20)\\d\\d年|今年|过去[一五]年|上半年|下半年|下一?步|一年来|五年来)';
const CUES: readonly (readonly [RegExp, SectionRole])[] = [
  [new RegExp(`${YEAR}?(?:全年|政府|主要|的)*工作(?:的)?(?:回顾|总结|完成情况)`, 'g'), 'review'],
  [/主要(?:预期|发展|经济)?(?:指标|目标)|预期目标|奋斗目标/g, 'targets'],
  [
    new RegExp(
      `${YEAR}(?:政府|全镇|主要|的)*(?:工作(?:重点|安排|打算|思路|任务|部署|措施|目标)|重点(?:工作|任务)|目标任务|主要任务)`,
      'g',
    ),
    'tasks',
  ],
  [
    /(?:\d{1,2}|[一二三四五六七八九十]{1,2})件(?:民生|惠民)?实事|办好民生实事|为民办实事/g,
    'livelihood',
  ],
];
/** A cue further into its sentence is spoken of, not a heading. */
const HEADING_REACH = 12;

/**
 * Chapters guessed from their wording, for texts whose structure could not be recovered. `starts` are
 * the sentence starts, ascending. What rests on a guess is marked for checking.
 */
export function guessChapters(text: string, starts: readonly number[]): ChapterCue[] {
  const found: ChapterCue[] = [];
  for (const [pattern, role] of CUES) {
    for (const match of text.matchAll(pattern)) {
      const start = lastAtMost(starts, match.index);
      if (match.index - start <= HEADING_REACH) found.push({ start, role });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return starts[low] ?? 0;
}
