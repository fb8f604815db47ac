import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { setAnew } from '../../../../shared/report/wraps.ts';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import { useToast } from '../../ui/Toasts.tsx';
import { BriefMenu } from './BriefMenu.tsx';
import { chosenWords } from './chosen.ts';
import { usePassageDesk } from './deskContext.ts';

/** What was chosen in the columns, and what can be done with all of it at once. */
export function ChosenBar({
  reports,
  onClear,
}: {
  reports: readonly ReportDetail[];
  onClear: () => void;
}) {
  const { chosen, annotate, brief } = usePassageDesk();
  const display = useDisplayText();
  const toast = useToast();
  const reportOf = (id: string) => reports.find(({ summary }) => summary.id === id);
  const nameOf = (id: string) => {
    const summary = reportOf(id)?.summary;
    return summary?.town ?? summary?.title ?? '';
  };
  const copy = () => {
    const lines = chosen.map(({ documentId, start, end }) => {
      const text = reportOf(documentId)?.text ?? '';
      const words = display(setAnew(text, { start, end })).trim();
      return `${words}（${nameOf(documentId)}）`;
    });
    if (copyText(lines.join('\n'))) toast.done(`已复制 ${chosen.length} 段，各附出处。`);
    else toast.fail('没有复制成，请重试。');
  };
  if (chosen.length === 0) return null;
  return (
    <section className="chosen-bar" aria-label="已选的文字">
      <span>已选 {chosenWords(chosen, nameOf)}</span>
      <span className="chosen-bar-actions">
        <Button size="small" variant="primary" onClick={() => annotate(chosen)}>
          一并批注
        </Button>
        <BriefMenu brief={brief} passages={chosen} variant="secondary" />
        <Button size="small" onClick={copy}>
          复制
        </Button>
        <Button size="small" variant="text" onClick={onClear}>
          清除
        </Button>
      </span>
    </section>
  );
}
