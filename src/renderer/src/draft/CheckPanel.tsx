import { memo, useRef, useState } from 'react';
import type { Span } from '../../../shared/report/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Choices.tsx';
import { useToast } from '../ui/Toasts.tsx';
import type { Finding } from './excerpt.ts';
import { WordingList } from './WordingList.tsx';

const SEVERITY_NAMES: Record<Finding['severity'], string> = {
  error: '错',
  suspect: '疑',
  hint: '提示',
};

/** Of one finding; the others are underlined in the text. */
const MOST_PLACES = 5;

/** 校核: points at places and says why; changes nothing. */
export const CheckPanel = memo(function CheckPanel({
  draftId,
  flush,
  findings,
  onFound,
  onReveal,
}: {
  draftId: string;
  flush: () => Promise<void>;
  /** Of the last check; null before the first. */
  findings: readonly Finding[] | null;
  onFound: (findings: readonly Finding[]) => void;
  onReveal: (span: Span) => void;
}) {
  const toast = useToast();
  const check = useMutation('drafts.check', toast.fail);
  const dismiss = useMutation('drafts.dismiss', toast.fail);
  const [withDismissed, setWithDismissed] = useState(false);
  const latest = useRef(findings);
  latest.current = findings;

  const run = async () => {
    await flush();
    const result = await check.run({ id: draftId });
    if (result) onFound(result.findings);
  };
  const open = findings?.filter(({ dismissed }) => !dismissed) ?? [];
  const shown = withDismissed ? (findings ?? []) : open;

  const setDismissed = async (finding: Finding, dismissed: boolean) => {
    if (!(await dismiss.run({ id: draftId, key: finding.key, dismissed }))) return;
    onFound(
      (latest.current ?? []).map((one) => (one.key === finding.key ? { ...one, dismissed } : one)),
    );
    if (dismissed) {
      toast.done('已忽略，同样的文字不再提示。', {
        label: '撤销',
        run: () => void setDismissed(finding, false),
      });
    }
  };
  return (
    <>
      <div className="draft-panel-bar">
        <span role="status">
          {findings === null ? '只指出，不改动' : `${open.length} 处，一律不自动改`}
        </span>
        <span>
          <WordingList />
          <Button size="small" aria-busy={check.pending} onClick={() => void run()}>
            {findings === null ? '校核全稿' : '重新校核'}
          </Button>
        </span>
      </div>
      {findings !== null && findings.length > open.length && (
        <div className="draft-panel-bar">
          <Switch
            label={`显示已忽略 ${findings.length - open.length} 处`}
            checked={withDismissed}
            onChange={setWithDismissed}
          />
        </div>
      )}
      <ul className="draft-panel scroll" aria-label="校核结果">
        {findings === null && (
          <li className="draft-note">
            写好后点“校核全稿”：串名、前后不一的数、层次序号、用语、与去年口径不合处，逐条列在这里。
          </li>
        )}
        {findings?.length === 0 && <li className="draft-note">没有发现要看的地方。</li>}
        {shown.map((finding) => (
          <li key={`${finding.key} ${finding.spans[0]?.start}`} className="draft-finding">
            <p className="draft-finding-words">
              <span className={`draft-severity draft-severity-${finding.severity}`}>
                {SEVERITY_NAMES[finding.severity]}
              </span>
              {finding.message}
            </p>
            <div className="draft-finding-actions">
              {finding.spans.slice(0, MOST_PLACES).map((span, index) => (
                <Button key={span.start} size="small" variant="text" onClick={() => onReveal(span)}>
                  {finding.spans.length > 1 ? `第${index + 1}处` : '定位'}
                </Button>
              ))}
              <Button
                size="small"
                variant="text"
                onClick={() => void setDismissed(finding, !finding.dismissed)}
              >
                {finding.dismissed ? '恢复提示' : '忽略'}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
});
