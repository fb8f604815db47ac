import { useEffect, useState } from 'react';
import type { ExcerptSource } from '../../../shared/draft/blocks.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { SearchField } from '../ui/Field.tsx';
import { type Beside, EXCERPT_TYPE, sourceOf } from './excerpt.ts';

/** Asked again once the writing has paused for so long. */
const PAUSE_MS = 700;

/** What the library says about the section being written: the own report of last year, then other towns. */
export function BesidePanel({
  draftId,
  words,
  heading,
  onInsert,
}: {
  draftId: string;
  /** The section: heading and text, a block a line. */
  words: string;
  heading: string;
  onInsert: (source: ExcerptSource) => void;
}) {
  const [wanted, setWanted] = useState('');
  const asked = useSettled(wanted.trim() === '' ? words : wanted);
  const found = useRequest(
    'drafts.beside',
    asked.trim() === '' ? null : { id: draftId, words: asked.slice(0, 20_000) },
    { keepPrevious: true },
  );
  const { topics = [], own = [], peers = [] } = found.value ?? {};
  return (
    <>
      <div className="draft-panel-bar">
        <SearchField
          name="换个内容找"
          placeholder={heading === '' ? '写什么，找什么' : heading}
          value={wanted}
          onChange={setWanted}
        />
      </div>
      <div className="draft-panel scroll" aria-busy={found.loading}>
        <p role="status" className="draft-note">
          {topics.length > 0
            ? `主题：${topics.map(({ name }) => name).join('、')}。拖入正文或点“引用”，出处随文保留。`
            : '光标所在一节还看不出主题。写几个字，或在上面输入要找的内容。'}
        </p>
        <PassageGroup name="本镇上年" passages={own} onInsert={onInsert} />
        <PassageGroup name="他镇写法" passages={peers} onInsert={onInsert} />
      </div>
    </>
  );
}

function PassageGroup({
  name,
  passages,
  onInsert,
}: {
  name: string;
  passages: readonly Beside[];
  onInsert: (source: ExcerptSource) => void;
}) {
  const { go } = useNavigation();
  const display = useDisplayText();
  if (passages.length === 0) return null;
  return (
    <section aria-label={name}>
      <h3 className="draft-group">{name}</h3>
      <ul>
        {passages.map((passage) => (
          <li
            key={`${passage.documentId} ${passage.start}`}
            className="draft-passage"
            draggable
            onDragStart={(event) =>
              event.dataTransfer.setData(EXCERPT_TYPE, JSON.stringify(sourceOf(passage)))
            }
          >
            <p className="draft-passage-words">{display(passage.text)}</p>
            <div className="draft-finding-actions">
              <span className="draft-source">{passage.label}</span>
              <Button size="small" variant="text" onClick={() => onInsert(sourceOf(passage))}>
                引用
              </Button>
              <Button
                size="small"
                variant="text"
                onClick={() => {
                  const { documentId, start, end } = passage;
                  go({ view: 'reader', id: documentId, focus: { start, end }, lit: 'jump' });
                }}
              >
                看原文
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
