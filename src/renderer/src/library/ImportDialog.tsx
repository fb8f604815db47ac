import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/Field.tsx';
import { Progress } from '../ui/States.tsx';
import { ImportOutcomes } from './ImportOutcomes.tsx';
import { ImportPreviews } from './ImportPreviews.tsx';
import './import.css';
import { type ImportSession, type ImportStart, useImportSession } from './importSession.ts';

const TITLES: Record<ImportSession['phase']['name'], string> = {
  source: '导入资料',
  reading: '导入资料',
  preview: '看看读得对不对',
  storing: '导入资料',
  batch: '导入文件夹',
  done: '导入结果',
};

/** From a file, a drop or a paste to stored reports: read, look, store, list of what became of each. */
export function ImportDialog({
  start,
  onClose,
  onOpenReport,
}: {
  start: ImportStart;
  onClose: () => void;
  onOpenReport: (id: string) => void;
}) {
  const session = useImportSession(start);
  const { phase } = session;
  const step = useRef<HTMLDivElement>(null);
  // The control that had the focus goes with its step; without this the keyboard would start anew.
  useEffect(() => {
    if (phase.name === 'preview' || phase.name === 'done') step.current?.focus();
  }, [phase.name]);
  const chosen =
    phase.name === 'preview'
      ? phase.sources.reduce((sum, { include }) => sum + include.length, 0)
      : 0;
  const actions =
    phase.name === 'preview' ? (
      <>
        <Button onClick={session.restart}>重新选择</Button>
        <Button
          variant="primary"
          onClick={session.store}
          disabled={phase.sources.every(({ preview }) => preview.documents.length === 0)}
        >
          {chosen > 0 ? `存入 ${chosen} 篇` : '不存入，看结果'}
        </Button>
      </>
    ) : phase.name === 'done' ? (
      <Button variant="primary" onClick={onClose}>
        完成
      </Button>
    ) : undefined;

  return (
    <Dialog open title={TITLES[phase.name]} width="wide" onClose={onClose} actions={actions}>
      <div ref={step} tabIndex={-1} className="import-step">
        {phase.name === 'source' && (
          <SourceChoice session={session} pasting={start.kind === 'paste'} />
        )}
        {(phase.name === 'reading' || phase.name === 'storing') && (
          <Progress
            title={phase.name === 'reading' ? '正在读取' : '正在存入'}
            done={phase.done}
            total={phase.total}
            label={phase.label}
            onCancel={phase.name === 'reading' ? session.cancel : undefined}
          />
        )}
        {phase.name === 'batch' && (
          <Progress
            title={phase.stopping ? '正在停下，存完手上这个文件' : '正在逐个读取并存入'}
            done={phase.done}
            total={phase.total}
            label={phase.label}
            onCancel={phase.stopping ? undefined : session.cancel}
          />
        )}
        {phase.name === 'preview' && (
          <ImportPreviews
            sources={phase.sources}
            onInclude={session.include}
            onJoin={session.join}
          />
        )}
        {phase.name === 'done' && phase.stopped && (
          <p className="quiet">
            已停止，存入的都在。再次导入同一文件夹，会从没有导入的接着来，不会重复。
          </p>
        )}
        {phase.name === 'done' && (
          <ImportOutcomes outcomes={phase.outcomes} onOpenReport={onOpenReport} />
        )}
      </div>
    </Dialog>
  );
}

function SourceChoice({ session, pasting }: { session: ImportSession; pasting: boolean }) {
  const [text, setText] = useState('');
  return (
    <div className="import-source">
      <section className="drop-zone">
        <h3>选择或拖入文件</h3>
        <p className="quiet">可读 WPS 文字、Word、PDF、纯文本和网页，原件不改动。可一次选多个。</p>
        <div className="import-choices">
          <Button onClick={session.choose}>选择文件</Button>
          <Button onClick={session.chooseFolder}>选择文件夹</Button>
        </div>
      </section>
      <section>
        <h3>粘贴正文</h3>
        <p className="quiet">从网页或文稿里整篇复制，贴在这里。题名放在第一行。</p>
        <TextArea
          name="粘贴正文"
          rows={9}
          autoFocus={pasting}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button disabled={text.trim() === ''} onClick={() => session.paste(text)}>
          看看认出了什么
        </Button>
      </section>
    </div>
  );
}
