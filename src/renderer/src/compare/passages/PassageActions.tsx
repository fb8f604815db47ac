import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { BriefMenu } from './BriefMenu.tsx';
import { type ChosenPassage, isChosen } from './chosen.ts';
import { usePassageDesk } from './deskContext.ts';
import './passages.css';

/** The strip below a passage: choose it, write on it, take it into a brief, move it to another topic. */
export function PassageActions({
  passage,
  topic,
  top,
  onHold,
}: {
  passage: ChosenPassage;
  /** Moves the passage to another topic; absent where its topic is not in sight. */
  topic?: ReactNode;
  /** Pixels from the top of what it floats over; without it the strip stands where it is drawn. */
  top?: number;
  /** The strip is being used, or left: the selection it stands for may be gone meanwhile. */
  onHold?: (hold: boolean) => void;
}) {
  const { chosen, toggle, annotate, brief } = usePassageDesk();
  const taken = isChosen(chosen, passage);
  return (
    <div
      className="passage-actions"
      role="toolbar"
      aria-label="这一段"
      style={top === undefined ? undefined : { top }}
      onPointerDown={() => onHold?.(true)}
      onFocus={() => onHold?.(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onHold?.(false);
      }}
    >
      <Button size="small" variant="text" aria-pressed={taken} onClick={() => toggle(passage)}>
        {taken ? '已选' : '选入'}
      </Button>
      <Button size="small" variant="text" onClick={() => annotate([passage])}>
        批注
      </Button>
      <BriefMenu brief={brief} passages={[passage]} variant="text" />
      {topic}
    </div>
  );
}
