import type { Span } from '../../../../shared/report/report.ts';
import { setAnew } from '../../../../shared/report/wraps.ts';
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
      display(setAnew(text, { start: from, end: start })),
      <Mark key={start}>{display(setAnew(text, { start, end }))}</Mark>,
    );
    from = end;
  }
  parts.push(display(setAnew(text, { start: from, end: span.end })));
  return parts;
}
