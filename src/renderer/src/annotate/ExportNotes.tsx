import type { Input } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';

const FORMATS: { format: Input<'annotations.export'>['format']; label: string }[] = [
  { format: 'txt', label: '纯文本' },
  { format: 'md', label: 'Markdown' },
  { format: 'json', label: 'W3C 批注（JSON）' },
];

/** Writes the notes on the screen, in the order they stand there. */
export function ExportNotes({ ids }: { ids: string[] }) {
  const toast = useToast();
  const exporting = useMutation('annotations.export', toast.fail);
  const run = async (format: Input<'annotations.export'>['format']) => {
    const written = await exporting.run({ ids, format });
    if (!written || written.fileName === null) return;
    toast.done(`已导出“${written.fileName}”，批注 ${written.notes} 条。`);
  };
  return (
    <Menu
      trigger={
        <Button disabled={ids.length === 0 || exporting.pending} aria-busy={exporting.pending}>
          {exporting.pending ? '正在导出' : '导出所示'}
        </Button>
      }
      entries={FORMATS.map(({ format, label }) => ({ label, run: () => void run(format) }))}
    />
  );
}
