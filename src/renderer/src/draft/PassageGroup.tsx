import { memo } from 'react';
import type { ExcerptSource } from '../../../shared/draft/blocks.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { type Beside, type BesideGroup, EXCERPT_TYPE, sourceOf } from './excerpt.ts';

/** Passages under a name; each is dragged into the text or taken over by its button. */
export const PassageGroup = memo(function PassageGroup({
  group: { name, passages },
  whole,
  onInsert,
}: {
  group: BesideGroup;
  /** They are one section, which can be taken over at once. */
  whole: boolean;
  onInsert: (sources: ExcerptSource[]) => void;
}) {
  return (
    <section aria-label={name}>
      <div className="draft-group">
        <h3>{name}</h3>
        {whole && passages.length > 1 && (
          <Button size="small" variant="text" onClick={() => onInsert(passages.map(sourceOf))}>
            全部引用
          </Button>
        )}
      </div>
      <ul>
        {passages.map((passage) => (
          <Passage
            key={`${passage.documentId} ${passage.start} ${passage.lead}`}
            passage={passage}
            onInsert={onInsert}
          />
        ))}
      </ul>
    </section>
  );
});

function Passage({
  passage,
  onInsert,
}: {
  passage: Beside;
  onInsert: (sources: ExcerptSource[]) => void;
}) {
  const { go } = useNavigation();
  const display = useDisplayText();
  const { documentId, start, end, lead, text, label } = passage;
  return (
    <li
      className="draft-passage"
      draggable
      onDragStart={(event) =>
        event.dataTransfer.setData(EXCERPT_TYPE, JSON.stringify([sourceOf(passage)]))
      }
    >
      {lead !== null && <p className="draft-lead">{lead}</p>}
      <p className="draft-passage-words">{display(text)}</p>
      <div className="draft-finding-actions">
        <span className="draft-source">{label}</span>
        <Button size="small" variant="text" onClick={() => onInsert([sourceOf(passage)])}>
          引用
        </Button>
        <Button
          size="small"
          variant="text"
          onClick={() => go({ view: 'reader', id: documentId, focus: { start, end }, lit: 'jump' })}
        >
          看原文
        </Button>
      </div>
    </li>
  );
}
