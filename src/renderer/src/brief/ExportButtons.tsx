import { useEffect, useRef, useState } from 'react';
import { onLibraryEvent, request } from '../bridge/request.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { type BriefDraft, isComplete } from './draft.ts';

/** Writes the brief as a paper to print, or as a file to go on with in WPS. A long export can be stopped. */
export function ExportButtons({ draft }: { draft: BriefDraft }) {
  const toast = useToast();
  const printing = useMutation('briefs.exportPdf', toast.fail);
  const writing = useMutation('briefs.exportDocx', toast.fail);
  const { step, begin, end, stop } = useExportTask();
  const isBusy = printing.pending || writing.pending;
  const disabled = isBusy || !isComplete(draft);

  const exportPdf = async () => {
    const written = await printing.run({ spec: draft, task: begin() });
    const stopped = end();
    if (!written) return;
    if (written.fileName === null) {
      if (stopped) toast.notice('已停止导出，没有写出文件。');
      return;
    }
    const notes = written.annotations > 0 ? `，批注 ${written.annotations} 条` : '';
    toast.done(`已导出“${written.fileName}”，共 ${written.pages} 页${notes}。`);
    if (written.warnings.length > 0) toast.notice(written.warnings.join(' '));
  };
  const exportDocx = async () => {
    const written = await writing.run({ spec: draft, task: begin() });
    const stopped = end();
    if (!written) return;
    if (written.fileName !== null) {
      toast.done(`已导出“${written.fileName}”，可在 WPS 里接着改。`);
    } else if (stopped) toast.notice('已停止导出，没有写出文件。');
  };
  return (
    <>
      {step && (
        <span role="status" className="brief-exporting">
          {step.label}
          <progress
            className="brief-progress"
            max={step.total}
            value={step.done}
            aria-label="导出进度"
          />
          <Button size="small" onClick={stop}>
            停止导出
          </Button>
        </span>
      )}
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

interface Step {
  done: number;
  total: number;
  label: string;
}

/** The export under way: what it is at, and the way to stop it. */
function useExportTask() {
  const task = useRef<string | null>(null);
  const stopped = useRef(false);
  const [step, setStep] = useState<Step | null>(null);
  useEffect(
    () =>
      onLibraryEvent((event) => {
        if (event.type !== 'progress' || event.task !== task.current) return;
        const { done, total, label } = event;
        setStep({ done, total, label });
      }),
    [],
  );
  return {
    step,
    begin: () => {
      task.current = crypto.randomUUID();
      stopped.current = false;
      return task.current;
    },
    /** Answers whether it was stopped by the person. */
    end: () => {
      task.current = null;
      setStep(null);
      return stopped.current;
    },
    stop: () => {
      if (task.current === null) return;
      stopped.current = true;
      void request('briefs.cancelExport', { task: task.current });
    },
  };
}
