import type { Input } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';

type ExportInput = Input<'comparison.export'>;
type Format = ExportInput['format'];

const FORMAT_NAMES: Record<Format, string> = {
  pdf: 'PDF（横排，可打印）',
  docx: 'Word 文档（DOCX）',
  xlsx: '表格（XLSX）',
};

/** Writes what is in sight to a file, as it is filtered and folded now. */
export function ExportMenu({
  ids,
  shown,
  formats,
  onCopy,
}: {
  ids: readonly string[];
  shown: ExportInput['shown'];
  formats: readonly Format[];
  /** Copies it instead; absent where it is too much to paste. */
  onCopy?: () => void;
}) {
  const toast = useToast();
  const writing = useMutation('comparison.export', toast.fail);
  const write = async (format: Format) => {
    const written = await writing.run({ ids: [...ids], shown, format });
    if (!written?.fileName) return;
    toast.done(`已导出“${written.fileName}”。`);
    for (const warning of written.warnings) toast.notice(warning);
  };
  return (
    <Menu
      trigger={
        <Button size="small" disabled={writing.pending}>
          {writing.pending ? '正在导出…' : '导出'}
        </Button>
      }
      entries={[
        ...formats.map((format) => ({
          label: FORMAT_NAMES[format],
          run: () => void write(format),
        })),
        ...(onCopy ? ['line' as const, { label: '复制为文字', run: onCopy }] : []),
      ]}
    />
  );
}
