import { pathTo } from '../comparison/passagePlace.ts';
import type { Section, Span } from '../report/report.ts';
import { normaliseForSearch } from '../text/normalise.ts';
import { countShared, pairsIn } from './wordPairs.ts';

/** So much of two headings has to be the same. */
const LIKE = 0.5;
/** What the heading above counts beside the section's own. */
const ABOVE = 0.4;
const ORDINAL = /^\s*[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?/u;

/**
 * The section of a report that stands where a draft's section stands: of like headings the one under
 * the likest. Numbers and years do not count: （三）2019年农村改厕 is （二）2018年农村改厕. Null where no heading
 * is like it. `headings` is the draft's path, the outermost first.
 */
export function sameSection(
  text: string,
  sections: readonly Section[],
  headings: readonly string[],
): Span | null {
  const wanted = headings.map(bare);
  const own = wanted.at(-1);
  if (own === undefined) return null;
  let best: { section: Section; score: number } | null = null;
  for (const section of sections) {
    if (section.nodeKind !== 'heading') continue;
    const path = pathTo(sections, section.start).map(({ start, end }) =>
      bare(text.slice(start, end)),
    );
    const likeness = alike(path.at(-1) ?? '', own);
    if (likeness < LIKE) continue;
    const score = likeness + ABOVE * alike(path.at(-2) ?? '', wanted.at(-2) ?? '');
    if (best === null || score > best.score) best = { section, score };
  }
  if (best === null) return null;
  const { start, level } = best.section;
  const next = sections.find(
    (section) => section.nodeKind === 'heading' && section.start > start && section.level <= level,
  );
  return { start, end: next?.start ?? text.length };
}

function bare(heading: string): string {
  return normaliseForSearch(heading.replace(ORDINAL, '').replace(/\d{4}年/gu, '')).trim();
}

/** 1 for the same words, 0 for nothing in common. */
function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [one, other] = [pairsIn(a), pairsIn(b)];
  const both = one.size + other.size;
  return both === 0 ? 0 : (2 * countShared(one, other)) / both;
}
