import { matchChapterTitle } from './chapters.ts';
import { breakKind, type TextView } from './view.ts';

export interface HeadingEnd {
  end: number;
  certain: boolean;
  /** How the end shows: at a line end or the next number, at a full stop, or by nothing at all. */
  delimiter: 'line' | 'label' | 'stop' | 'none';
}

/** No heading is longer. */
export const longestHeading = 60;

const closing = '。!?;:,、';

/**
 * Where the heading whose words start at `from` ends. `limit` is the start of the next heading or the
 * end of the text. A line end to be trusted, the next heading and a title of fixed wording settle
 * it; otherwise it is the first full stop within reach.
 */
export function findHeadingEnd(view: TextView, from: number, limit: number): HeadingEnd {
  const { text } = view;
  const reach = Math.min(limit, from + longestHeading + 1, text.length);
  let stop = -1;
  for (let at = from; at < reach; at += 1) {
    if (at > from && view.breaks[at] === breakKind.line) return trimmed(text, from, at, 'line');
    const character = text[at] ?? '';
    if (stop < 0 && '。!?'.includes(character)) {
      stop = at;
      break;
    }
  }
  const title = matchChapterTitle(text, from);
  if (title !== null && title <= reach && (stop < 0 || title <= stop)) {
    return { end: title, certain: true, delimiter: 'none' };
  }
  if (stop >= 0) return { end: stop, certain: true, delimiter: 'stop' };
  if (limit <= from + longestHeading) return trimmed(text, from, limit, 'label');
  const comma = text.slice(from, reach - 1).search(/[,;:]/);
  return {
    end: comma < 0 ? Math.min(from + 20, limit) : from + comma,
    certain: false,
    delimiter: 'none',
  };
}

function trimmed(text: string, from: number, at: number, delimiter: 'line' | 'label'): HeadingEnd {
  let end = at;
  while (end > from && closing.includes(text[end - 1] ?? '')) end -= 1;
  return { end, certain: true, delimiter };
}
