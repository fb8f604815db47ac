import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { needRank } from '../../../shared/report/needs.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { usePreferences } from '../preferences/preferences.tsx';
import { figure, KIND_NAMES, readingMinutes, yearsLabel } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Labels.tsx';
import { Toolbar } from '../ui/Layout.tsx';

export function ReaderHead({
  report: { summary, text },
  noteCount,
  offset,
  onFacts,
}: {
  report: ReportDetail;
  noteCount: number;
  offset: number;
  /** Opens 资料信息. */
  onFacts: () => void;
}) {
  const { go } = useNavigation();
  const { readingPace } = usePreferences().settings;
  const minutes = readingMinutes(summary.characterCount, readingPace);
  const read = text.length === 0 ? 0 : Math.round((offset / text.length) * 100);
  return (
    <Toolbar
      title={summary.title}
      note={`${KIND_NAMES[summary.kind]} ${yearsLabel(summary.metadata)}`}
      actions={
        <>
          <span className="reader-facts">
            {figure(summary.characterCount)} 字 · 约 {minutes} 分钟 · 已读 {read}% · 批注{' '}
            {noteCount} 条
          </span>
          <Button size="small" onClick={onFacts}>
            资料信息
          </Button>
        </>
      }
    >
      {!summary.conflict && needRank(summary) === 1 && (
        <>
          <Tag tone="warn">{summary.notices[0]?.message}</Tag>
          <Button size="small" variant="text" onClick={onFacts}>
            去认定
          </Button>
        </>
      )}
      {summary.conflict && (
        <>
          <Tag tone="warn">{summary.conflict.message}</Tag>
          <Button size="small" variant="text" onClick={() => go({ view: 'library' })}>
            去认定
          </Button>
        </>
      )}
    </Toolbar>
  );
}
