import { type KeyboardEvent, memo, type RefObject, useMemo, useState } from 'react';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../../shared/report/report.ts';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { sentencesOf, topicsIn } from '../../report/decisions.ts';
import {
  type Highlights,
  ReportText,
  type ReportTextHandle,
} from '../../reportText/ReportText.tsx';
import { moveSentence, type SentenceMove } from '../../reportText/sentences.ts';
import { useSelectedSpan } from '../../reportText/useSelectedSpan.ts';
import { useEscape } from '../../ui/useEscape.ts';
import { usePassageDesk } from '../passages/deskContext.ts';
import { MoveTopic } from '../passages/MoveTopic.tsx';
import { PassageActions } from '../passages/PassageActions.tsx';

/** Space between a sentence the keyboard moved to and the head of its column. */
const MARGIN = 60;

/**
 * The text of a column, in which passages are chosen by dragging or, sentence by sentence, by keyboard.
 * What is chosen gets the strip of what can be done with it.
 */
export const ColumnText = memo(function ColumnText({
  report,
  highlights,
  offsetInSight,
  scrollTo,
  handle,
}: {
  report: ReportDetail;
  highlights: Highlights;
  /** Where the text at the head of the column begins. */
  offsetInSight: () => number;
  /** Brings a place of the text, in pixels from its top, to the head of the column. */
  scrollTo: (top: number) => void;
  handle: RefObject<ReportTextHandle | null>;
}) {
  const { summary, text, sections, passages } = report;
  const display = useDisplayText();
  const { chosen } = usePassageDesk();
  const selected = useSelectedSpan(handle);
  const [sentence, setSentence] = useState<Span | null>(null);
  const [held, setHeld] = useState<Span | null>(null);

  // The strip takes the focus, and with it the selection may go; the passage stays while it is used.
  const passage = selected ?? held ?? sentence;
  const all = useMemo(
    (): Highlights => ({
      ...highlights,
      chosen: [
        ...chosen.filter(({ documentId }) => documentId === summary.id),
        ...(passage && passage !== selected ? [passage] : []),
      ],
    }),
    [highlights, chosen, summary.id, passage, selected],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event);
    if (move === null) return;
    const next = moveSentence(passages, sentence, move, offsetInSight());
    setSentence(next);
    if (next !== null) scrollTo((handle.current?.placeOf(next).top ?? 0) - MARGIN);
    event.preventDefault();
    event.stopPropagation();
  };
  useEscape(passage !== null, () => {
    setHeld(null);
    setSentence(null);
    document.getSelection()?.removeAllRanges();
  });
  const sentences = passage && sentencesOf(report, passage);
  return (
    <div className="column-text">
      <div className="column-cursor">
        <button type="button" onKeyDown={onKeyDown}>
          逐句选：上下键移动，加 Shift 多选，Tab 到批注
        </button>
      </div>
      {passage !== null && (
        <PassageActions
          passage={{ documentId: summary.id, start: passage.start, end: passage.end }}
          onHold={(hold) => setHeld(hold ? passage : null)}
          top={handle.current?.placeOf(passage).bottom ?? 0}
          topic={
            sentences && (
              <MoveTopic
                passage={{ documentId: summary.id, ...sentences }}
                from={null}
                topics={topicsIn(report, sentences)}
              />
            )
          }
        />
      )}
      <ReportText ref={handle} text={text} sections={sections} display={display} highlights={all} />
    </div>
  );
});

function moveOf({ key, shiftKey }: KeyboardEvent): SentenceMove | null {
  if (key === 'ArrowDown') return shiftKey ? 'extend-next' : 'next';
  if (key === 'ArrowUp') return shiftKey ? 'extend-previous' : 'previous';
  return null;
}
