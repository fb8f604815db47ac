import { memo, useEffect } from 'react';
import type { Span } from '../../../shared/report/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { FailureState } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import type { Action } from './excerpt.ts';
import { PromiseRow } from './PromiseRow.tsx';
import { STATES, type State, stateOf } from './promiseStates.ts';

/** 承诺—交代: what last year's report promised, and what this draft says of it so far. */
export const PromisePanel = memo(function PromisePanel({
  draftId,
  planId,
  savedAt,
  flush,
  onReveal,
  onListed,
}: {
  draftId: string;
  planId: string | null;
  /** Asked again whenever something was saved. */
  savedAt: string | null;
  flush: () => Promise<void>;
  onReveal: (span: Span) => void;
  /** Last year's 民生实事 are to be listed in the draft. */
  onListed: (actions: readonly Action[]) => void;
}) {
  const toast = useToast();
  const list = useRequest('drafts.promises', planId === null ? null : { id: draftId, planId });
  const print = useMutation('drafts.exportPromises', toast.fail);
  const take = useMutation('drafts.takeReported', toast.fail);
  const putBack = useMutation('drafts.setReported', toast.fail);
  const { refresh } = list;
  useEffect(() => {
    if (savedAt !== null) refresh();
  }, [savedAt, refresh]);

  if (planId === null) {
    return (
      <p className="draft-note">
        资料库里没有本镇上一年的报告，无从对照承诺。导入后这里会列出每一条。
      </p>
    );
  }
  if (list.error && !list.value)
    return <FailureState message={list.error.message} onRetry={refresh} />;
  const { promises, actions } = list.value ?? { promises: [], actions: [] };
  const count = (state: State) => promises.filter((line) => stateOf(line) === state).length;
  const exportList = async (format: 'xlsx' | 'docx' | 'pdf') => {
    await flush();
    const written = await print.run({ id: draftId, planId, format });
    if (!written?.fileName) return;
    toast.done([`已导出“${written.fileName}”。`, ...written.warnings].join(''));
  };
  const takeBack = async () => {
    const result = await take.run({ id: draftId, planId });
    if (!result?.taken) return;
    const { fileName, filled, unknown, before } = result.taken;
    refresh();
    const left = unknown > 0 ? `，${unknown} 行的原句不在清单里，没有填入` : '';
    toast.done(`已从“${fileName}”填入 ${filled} 条${left}。`, {
      label: '撤销',
      run: async () => {
        if (await putBack.run({ id: draftId, planId, answers: before })) refresh();
      },
    });
  };
  return (
    <>
      <div className="draft-panel-bar">
        <span role="status">
          {(Object.keys(STATES) as State[]).map((state) => (
            <span key={state} className={`draft-state draft-state-${state}`}>
              {STATES[state]} {count(state)}
            </span>
          ))}
        </span>
        <Menu
          trigger={
            <Button size="small" disabled={promises.length === 0}>
              清单
            </Button>
          }
          entries={[
            { label: 'Excel，发部门填写', run: () => void exportList('xlsx') },
            { label: 'DOCX，WPS 里改', run: () => void exportList('docx') },
            { label: 'PDF，直接打印', run: () => void exportList('pdf') },
            'line',
            { label: '收回填好的 Excel', run: () => void takeBack() },
            'line',
            {
              label: actions.length > 0 ? `实事 ${actions.length} 件列入本稿` : '上年没有实事清单',
              disabled: actions.length === 0,
              run: () => onListed(actions),
            },
          ]}
        />
      </div>
      <ol className="draft-panel scroll" aria-label="上年承诺" aria-busy={list.loading}>
        {promises.map((line) => (
          <PromiseRow
            key={line.start}
            draftId={draftId}
            planId={planId}
            line={line}
            onSettled={refresh}
            onReveal={onReveal}
          />
        ))}
      </ol>
    </>
  );
});
