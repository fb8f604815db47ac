import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { useMutation } from '../../bridge/useMutation.ts';
import { type NoteDraft, NoteEditor } from '../../note/NoteEditor.tsx';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { type ChosenPassage, chosenWords } from './chosen.ts';

/** One note on a passage, or on several of up to four reports: their words above, the note below. */
export function WriteNote({
  passages,
  reports,
  onDone,
  onClose,
}: {
  passages: readonly ChosenPassage[];
  reports: readonly ReportDetail[];
  /** The note is kept. */
  onDone: () => void;
  onClose: () => void;
}) {
  const toast = useToast();
  const display = useDisplayText();
  const create = useMutation('annotations.create', toast.fail);
  const remove = useMutation('annotations.remove', toast.fail);
  const reportOf = (id: string) => reports.find(({ summary }) => summary.id === id);
  const nameOf = (id: string) => {
    const summary = reportOf(id)?.summary;
    return summary?.town ?? summary?.title ?? '';
  };
  const save = async (draft: NoteDraft): Promise<boolean> => {
    const [first, ...further] = passages.map(({ documentId, start, end }) => ({
      documentId,
      start,
      end,
    }));
    if (first === undefined) return false;
    const saved = await create.run({ ...first, further, ...draft });
    if (saved === undefined) return false;
    const { id } = saved.annotation;
    toast.done(`已批注 ${chosenWords(passages, nameOf)}。`, {
      label: '撤销',
      run: () => void remove.run({ id }),
    });
    return true;
  };
  const title = passages.length > 1 ? `给 ${chosenWords(passages, nameOf)}写一条批注` : '写批注';
  return (
    <Dialog open title={title} startIn=".note-categories button" onClose={onClose}>
      <ul className="write-note-quotes">
        {passages.map(({ documentId, start, end }) => (
          <li key={`${documentId} ${start}`}>
            <span className="quiet">{nameOf(documentId)}</span>
            <blockquote className="original">
              {display(reportOf(documentId)?.text.slice(start, end) ?? '').trim()}
            </blockquote>
          </li>
        ))}
      </ul>
      <NoteEditor autoFocus={false} onSave={save} onSaved={onDone} onCancel={onClose} />
    </Dialog>
  );
}
