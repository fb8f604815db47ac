import { useState } from 'react';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useToast } from '../ui/Toasts.tsx';

/** What somebody who is asked for help needs, to be read before it is given away. */
export function Diagnosis() {
  const toast = useToast();
  const [text, setText] = useState<string | null>(null);
  const diagnose = useMutation('library.diagnosis', toast.fail);
  const save = useMutation('library.saveDiagnosis', toast.fail);
  const onRead = async () => setText((await diagnose.run({}))?.text ?? null);
  const onSave = async () => {
    const written = await save.run({});
    if (written?.fileName) toast.done(`已保存“${written.fileName}”。`);
  };
  return (
    <section>
      <h2>求助</h2>
      <div className="settings-line">
        <Button disabled={diagnose.pending} onClick={onRead}>
          查看诊断信息
        </Button>
      </div>
      <p className="quiet">
        出了问题请人帮忙时，可把诊断信息交给对方。里面没有报告和批注的文字，也没有题名和文件名。
      </p>
      {text !== null && (
        <Dialog
          open
          title="诊断信息"
          width="wide"
          onClose={() => setText(null)}
          actions={
            <Button variant="primary" disabled={save.pending} onClick={onSave}>
              保存为文本文件
            </Button>
          }
        >
          <pre className="diagnosis">{text}</pre>
        </Dialog>
      )}
    </section>
  );
}
