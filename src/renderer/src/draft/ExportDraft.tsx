import { useState } from 'react';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toasts.tsx';

type Format = 'docx' | 'reading-docx' | 'txt';

/** Writes the draft for WPS, to be read out from, or as bare text. */
export function ExportDraft({ draftId, flush }: { draftId: string; flush: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        导出文稿
      </Button>
      {open && <ExportDialog draftId={draftId} flush={flush} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({
  draftId,
  flush,
  onClose,
}: {
  draftId: string;
  flush: () => Promise<void>;
  onClose: () => void;
}) {
  const toast = useToast();
  const write = useMutation('drafts.export', toast.fail);
  const [sources, setSources] = useState(false);
  const [terms, setTerms] = useState(true);
  const found = useRequest('drafts.terms', { id: draftId }).value?.terms ?? [];
  const explained = found.filter(({ explanation }) => explanation !== null);
  const unexplained = found.filter(({ explanation }) => explanation === null);
  const run = async (format: Format) => {
    await flush();
    const written = await write.run({ id: draftId, format, sources, terms });
    if (!written?.fileName) return;
    onClose();
    toast.done(`已导出“${written.fileName}”。`);
  };
  return (
    <Dialog
      open
      title="导出文稿"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void run('txt')}>纯文本</Button>
          <Button onClick={() => void run('reading-docx')}>宣读稿（大字）</Button>
          <Button variant="primary" onClick={() => void run('docx')}>
            DOCX（WPS 接着改）
          </Button>
        </>
      }
    >
      <Checkbox
        label={`附名词解释（${explained.length} 条）`}
        checked={terms}
        onChange={setTerms}
      />
      <Checkbox label="附引文来源" checked={sources} onChange={setSources} />
      {explained.length > 0 && (
        <ul className="draft-terms" aria-label="名词解释">
          {explained.map(({ term, explanation, label }) => (
            <li key={term}>
              <strong>{term}</strong>：{explanation}
              {label && <span className="draft-source">（{label}）</span>}
            </li>
          ))}
        </ul>
      )}
      {unexplained.length > 0 && (
        <p className="draft-note">
          未见解释的提法：{unexplained.map(({ term }) => term).join('、')}。不会代写。
        </p>
      )}
    </Dialog>
  );
}
