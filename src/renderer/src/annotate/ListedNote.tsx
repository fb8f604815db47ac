import { useState } from 'react';
import { useMutation } from '../bridge/useMutation.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { AnnotationCard } from '../note/AnnotationCard.tsx';
import type { Annotation } from '../note/categories.ts';
import { type NoteDraft, NoteEditor } from '../note/NoteEditor.tsx';
import { TiedPlaces } from '../note/TiedPlaces.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { dayOf } from './narrowing.ts';
import { PlaceChoice } from './PlaceChoice.tsx';

/**
 * A note in the list: leads to its passage, can be rewritten, and deleted with a way back. One whose
 * place is not sure asks for it.
 */
export function ListedNote({ annotation }: { annotation: Annotation }) {
  const { go } = useNavigation();
  const toast = useToast();
  const display = useDisplayText();
  const [editing, setEditing] = useState(false);
  const update = useMutation('annotations.update', toast.fail);
  const remove = useMutation('annotations.remove', toast.fail);
  const restore = useMutation('annotations.restore', toast.fail);
  const untie = useMutation('annotations.untie', toast.fail);
  const undo = useMutation('annotations.undo', toast.fail);
  const { id, documentId, start, end, note, category, tags, updatedAt } = annotation;

  const save = async (draft: NoteDraft) => {
    const changed = await update.run({ id, ...draft });
    if (changed) done('已修改 1 条批注。', changed.annotation);
    return changed !== undefined;
  };
  const done = (words: string, { revision }: Annotation) =>
    toast.done(words, { label: '撤销', run: () => void undo.run({ id, revision }) });
  const letGo = async (target: number) => {
    const changed = await untie.run({ id, target });
    if (changed) done('已从批注里拆出 1 处原文。', changed.annotation);
  };
  const takeOut = async () => {
    if (!(await remove.run({ id }))) return;
    toast.done('已删除 1 条批注。', { label: '撤销', run: () => void restore.run({ id }) });
  };
  if (editing) {
    return (
      <div className="note-editing">
        <blockquote className="annotation-quote original">{display(annotation.quote)}</blockquote>
        <NoteEditor
          draft={{ note, category, tags }}
          onSave={save}
          onSaved={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      </div>
    );
  }
  const isPlaced = annotation.state === 'anchored';
  const card = (
    <AnnotationCard
      annotation={annotation}
      quote={display(annotation.quote)}
      source={<span className="num">{dayOf(updatedAt)}</span>}
      onOpen={
        isPlaced
          ? () => go({ view: 'reader', id: documentId, focus: { start, end }, lit: 'jump' })
          : undefined
      }
      ties={<TiedPlaces annotation={annotation} onUntie={(target) => void letGo(target)} />}
      actions={
        <>
          <Button size="small" variant="text" onClick={() => setEditing(true)}>
            修改
          </Button>
          <Button size="small" variant="text" disabled={remove.pending} onClick={takeOut}>
            删除
          </Button>
        </>
      }
    />
  );
  return (
    <>
      {card}
      {annotation.targets.map(
        (target, index) =>
          target.state !== 'anchored' && (
            <PlaceChoice
              key={`${target.documentId} ${target.quote}`}
              annotation={annotation}
              target={index}
            />
          ),
      )}
    </>
  );
}
