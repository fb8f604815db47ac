import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { type BriefDraft, isComplete } from './draft.ts';

/** Writes the brief as a paper to print, or as a file to go on with in WPS. */
export function ExportButtons({ draft }: { draft: BriefDraft }) {
  const toast = useToast();
  const printing = useMutation('briefs.exportPdf', toast.fail);
  const writing = useMutation('briefs.exportDocx', toast.fail);
  const isBusy = printing.pending || writing.pending;
  const disabled = isBusy || !isComplete(draft);

  const exportPdf = async () => {
    const written = await printing.run({ spec: draft });
    if (!written || written.fileName === null) return;
    const notes = written.annotations > 0 ? `，批注 ${written.annotations} 条` : '';
    toast.done(`已导出“${written.fileName}”，共 ${written.pages} 页${notes}。`);
    if (written.warnings.length > 0) toast.notice(written.warnings.join(' '));
  };
  const exportDocx = async () => {
    const written = await writing.run({ spec: draft });
    if (!written || written.fileName === null) return;
    toast.done(`已导出“${written.fileName}”，可在 WPS 里接着改。`);
  };
  return (
    <>
      <span role="status" className="brief-exporting">
        {printing.pending && '正在排版并写出 PDF，页数多时要几十秒'}
        {writing.pending && '正在写出 DOCX'}
      </span>
      <Button disabled={disabled} aria-busy={writing.pending} onClick={exportDocx}>
        导出 DOCX
      </Button>
      <Button
        variant="primary"
        disabled={disabled}
        aria-busy={printing.pending}
        onClick={exportPdf}
      >
        导出 PDF
      </Button>
    </>
  );
}
