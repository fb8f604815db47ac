import { countDivisions, type DivisionIndex, resolveParents, splitLocality } from './divisions.ts';
import type { EvidenceRecord } from './evidence.ts';
import type { Found } from './meetingLine.ts';
import type { TitleFacts } from './titleLine.ts';

/** Records the places above the one that reports: 诸城市, 潍坊市, 山东省. */
export function addParents(
  record: EvidenceRecord,
  title: TitleFacts,
  bodySources: (Found<string> | null)[],
  text: string,
  index: DivisionIndex,
): void {
  const hints: string[] = [];
  const own = record.best('actualLocality') ?? record.best('statedLocality');
  hints.push(...countDivisions(title.rest.value, index).keys());
  for (const source of [title.sourceLabel, title.locality, ...bodySources]) {
    if (source === null) continue;
    const words = source.value.replace(/招商|政府网?|人民|信息公开|门户网站/g, '');
    const parts = splitLocality(words, index);
    hints.push(...parts.above);
    if (index.byName.has(parts.name) || index.byStem.has(parts.name)) hints.push(parts.name);
  }
  if (own !== null) hints.push(own.value);
  const mentions = countDivisions(text, index);
  const parents = resolveParents(hints, mentions, index);
  const guessed = parents.province === null ? mostNamed(mentions, index) : null;
  const resolved = guessed === null ? parents : resolveParents([guessed], mentions, index);
  for (const field of ['county', 'prefecture', 'province'] as const) {
    const value = resolved[field];
    if (value === null) continue;
    const clue = guessed === null ? '题名、会议行所指' : '正文多次提到';
    const at = Math.max(0, text.indexOf(value));
    const end = text.startsWith(value, at) ? at + value.length : at;
    record.add(field, clue, 'text', { value, start: at, end }, guessed === null ? 0.85 : 0.6);
  }
}

/** The one county the text names at least twice and twice as often as any other. */
function mostNamed(mentions: ReadonlyMap<string, number>, index: DivisionIndex): string | null {
  const counties = [...mentions]
    .filter(([name]) => index.byName.get(name)?.some((one) => one.rank === 'county'))
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = counties;
  if (first === undefined || first[1] < 2 || first[1] < 2 * (second?.[1] ?? 0)) return null;
  return first[0];
}
