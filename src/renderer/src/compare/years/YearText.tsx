import type { Span } from '../../../../shared/report/report.ts';
import { useDisplayText } from '../../preferences/preferences.tsx';

/** One side of a row, what was changed in it marked: struck out in the earlier text, underlined in the later. */
export function YearText({
  text,
  span,
  edits,
  mark: Mark,
}: {
  text: string;
  span: Span;
  edits: readonly Span[];
  mark: 'del' | 'ins';
}) {
  const display = useDisplayText();
  const parts = [];
  let from = span.start;
  for (const { start, end } of edits) {
    if (start === end) continue;
    parts.push(
      display(text.slice(from, start)),
      <Mark key={start}>{display(text.slice(start, end))}</Mark>,
    );
    from = end;
  }
  parts.push(display(text.slice(from, span.end)));
  return parts;
}
