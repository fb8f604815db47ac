import { useState } from 'react';
import type { Span } from '../../../shared/report/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { shortName } from '../report/labels.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { type NoteDraft, NoteEditor } from './NoteEditor.tsx';
import { NoteIcon } from './NoteIcon.tsx';
import { PassageMenus } from './PassageMenus.tsx';

/** Words of a report, by their place in its text. */
export interface Passage extends Span {
  documentId: string;
}

/**
 * Writes one note on passages wherever they are shown: a search hit, a figure, cells of a comparison
 * (two to four reports). Asks for the note in a window of its own, which shows the words as they stand
 * in the reports; `bare` draws the button as a sign alone.
 */
export function AnnotateButton({
  passages,
  bare = false,
}: {
  /** At least one. */
  passages: readonly Passage[];
  bare?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const begin = () => setOpen(true);
  const close = () => setOpen(false);
  return (
    <>
      {bare ? (
        <IconButton name="写批注" icon={<NoteIcon />} onClick={begin} />
      ) : (
        <Button size="small" onClick={begin}>
          写批注
        </Button>
      )}
      {open && <AnnotateDialog passages={passages} onDone={close} onClose={close} />}
    </>
  );
}

/** The window of the note: the passages' words above, the note below, or another use for them. */
export function AnnotateDialog({
  passages,
  onDone,
  onClose,
}: {
  passages: readonly Passage[];
  /** The note is kept, or the passages were tied to one that is there. */
  onDone: () => void;
  onClose: () => void;
}) {
  const toast = useToast();
  const create = useMutation('annotations.create', toast.fail);
  const undo = useMutation('annotations.undo', toast.fail);

  const save = async (draft: NoteDraft) => {
    const [first, ...further] = passages;
    if (first === undefined) return false;
    const saved = await create.run({ ...placeOf(first), further: further.map(placeOf), ...draft });
    if (!saved) return false;
    const { id, revision } = saved.annotation;
    toast.done('已写 1 条批注。', { label: '撤销', run: () => void undo.run({ id, revision }) });
    return true;
  };
  const title = passages.length > 1 ? `给 ${passages.length} 段写一条批注` : '写批注';
  return (
    <Dialog open title={title} startIn=".note-categories button" onClose={onClose}>
      <div className="annotate-passages">
        {passages.map((passage) => (
          <PassageWords key={`${passage.documentId} ${passage.start}`} passage={passage} />
        ))}
      </div>
      <NoteEditor onSave={save} onSaved={onDone} onCancel={onClose} />
      <PassageMenus passages={passages} onTied={onDone} />
    </Dialog>
  );
}

/** What is asked for may know more of its passages. */
function placeOf({ documentId, start, end }: Passage): Passage {
  return { documentId, start, end };
}

/** The words of a passage, cut from the report itself, under its name. */
function PassageWords({ passage: { documentId, start, end } }: { passage: Passage }) {
  const display = useDisplayText();
  const { value, error } = useRequest('reports.get', { id: documentId });
  if (error) return <p role="alert">{error.message}</p>;
  if (!value) return null;
  return (
    <figure>
      <figcaption className="quiet">{shortName(value.summary)}</figcaption>
      <blockquote className="annotation-quote original">
        {display(value.text.slice(start, end))}
      </blockquote>
    </figure>
  );
}
