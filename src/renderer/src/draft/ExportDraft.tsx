import { useState } from 'react';
import type { Input } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox, type Choice, Segmented } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toasts.tsx';

type Format = Input<'drafts.export'>['format'];
type Look = 'report' | 'reading' | 'txt';

const LOOKS: Choice<Look>[] = [
  { value: 'report', label: '报告版式' },
  { value: 'reading', label: '宣读稿（大字）' },
  { value: 'txt', label: '纯文本' },
];
const FILES: Choice<'docx' | 'pdf'>[] = [
  { value: 'docx', label: 'DOCX，WPS 接着改' },
  { value: 'pdf', label: 'PDF，直接打印' },
];

interface ExportProps {
  draftId: string;
  /** The lines under the title, as far as they are written. */
  congress: string;
  speaker: string;
  flush: () => Promise<void>;
}

/** Writes the draft for WPS, for the printer, to be read out from, or as bare text. */
export function ExportDraft(props: ExportProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        导出文稿
      </Button>
      {open && <ExportDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({
  draftId,
  congress,
  speaker,
  flush,
  onClose,
}: ExportProps & { onClose: () => void }) {
  const toast = useToast();
  const write = useMutation('drafts.export', toast.fail);
  const [look, setLook] = useState<Look>('report');
  const [file, setFile] = useState<'docx' | 'pdf'>('docx');
  const [sources, setSources] = useState(false);
  const [terms, setTerms] = useState(true);
  const found = useRequest('drafts.terms', { id: draftId }).value?.terms ?? [];
  const listed = found.filter(({ settled }) => settled !== 'left-out');
  const explained = listed.filter(({ explanation }) => explanation);
  const unexplained = listed.filter(({ explanation }) => !explanation);
  const missing = [congress === '' && '会议行', speaker === '' && '报告人'].filter(Boolean);
  const format: Format =
    look === 'txt' ? 'txt' : look === 'reading' ? (`reading-${file}` as const) : file;
  const run = async () => {
    await flush();
    const written = await write.run({ id: draftId, format, sources, terms });
    if (!written?.fileName) return;
    onClose();
    toast.done([`已导出“${written.fileName}”。`, ...written.warnings].join(''));
  };
  return (
    <Dialog
      open
      title="导出文稿"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button variant="primary" aria-busy={write.pending} onClick={() => void run()}>
            导出
          </Button>
        </>
      }
    >
      <div className="draft-export">
        <Segmented name="版式" value={look} choices={LOOKS} onChange={setLook} />
        {look !== 'txt' && (
          <Segmented name="文件" value={file} choices={FILES} onChange={setFile} />
        )}
        <Checkbox
          label={`附名词解释（${explained.length} 条）`}
          checked={terms}
          onChange={setTerms}
        />
        <Checkbox label="附引文来源" checked={sources} onChange={setSources} />
        {missing.length > 0 && (
          <p className="quiet">{missing.join('、')}还没有填，题名之下不印。</p>
        )}
        {terms && unexplained.length > 0 && (
          <p className="quiet">
            没有解释、不会列入的提法：{unexplained.map(({ term }) => term).join('、')}
            。可在稿旁“名词”里写。
          </p>
        )}
        <p className="quiet">文稿里没有本软件的痕迹，摘引标记也不印。</p>
      </div>
    </Dialog>
  );
}
