import { memo, useEffect, useState } from 'react';
import type { Span } from '../../../shared/report/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Menu } from '../ui/Menu.tsx';
import { FailureState } from '../ui/States.tsx';
import { useToast } from '../ui/Toasts.tsx';
import type { PromiseLine } from './excerpt.ts';

type Decided = NonNullable<PromiseLine['settled']>;

const STATES = {
  answered: '有交代',
  unclear: '可能相关',
  unmentioned: '未见',
} as const;
type State = keyof typeof STATES;

const DECISIONS: Record<Decided['outcome'], string> = {
  kept: '已完成',
  partly: '部分完成',
  unmentioned: '本稿不写',
};

function stateOf({ outcome }: PromiseLine): State {
  return outcome === 'kept' || outcome === 'partly' ? 'answered' : outcome;
}

/** 承诺—交代: what last year's report promised, and what this draft says of it so far. */
export const PromisePanel = memo(function PromisePanel({
  draftId,
  planId,
  savedAt,
  onReveal,
}: {
  draftId: string;
  planId: string | null;
  /** Asked again whenever something was saved. */
  savedAt: string | null;
  onReveal: (span: Span) => void;
}) {
  const toast = useToast();
  const list = useRequest('drafts.promises', planId === null ? null : { id: draftId, planId });
  const print = useMutation('drafts.exportPromises', toast.fail);
  const take = useMutation('drafts.takeReported', toast.fail);
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
  const promises = list.value?.promises ?? [];
  const count = (state: State) => promises.filter((line) => stateOf(line) === state).length;
  const exportList = async (format: 'xlsx' | 'docx' | 'pdf') => {
    const written = await print.run({ id: draftId, planId, format });
    if (!written?.fileName) return;
    toast.done([`已导出“${written.fileName}”。`, ...written.warnings].join(''));
  };
  const takeBack = async () => {
    const result = await take.run({ id: draftId, planId });
    if (!result?.taken) return;
    const { fileName, filled, unknown } = result.taken;
    refresh();
    const left = unknown > 0 ? `，${unknown} 行的原句不在清单里，没有填入` : '';
    toast.done(`已从“${fileName}”填入 ${filled} 条${left}。`);
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

function PromiseRow({
  draftId,
  planId,
  line,
  onSettled,
  onReveal,
}: {
  draftId: string;
  planId: string;
  line: PromiseLine;
  onSettled: () => void;
  onReveal: (span: Span) => void;
}) {
  const { go } = useNavigation();
  const toast = useToast();
  const display = useDisplayText();
  const settle = useMutation('drafts.settle', toast.fail);
  const [asking, setAsking] = useState<Decided['outcome'] | null>(null);
  const [reason, setReason] = useState('');
  const { start, end, settled } = line;
  const state = stateOf(line);
  const decide = async (decision: Decided | null) => {
    if (!(await settle.run({ id: draftId, planId, start, end, decision }))) return;
    setAsking(null);
    setReason('');
    onSettled();
  };
  const places = line.answer ? [line.answer] : line.candidates;
  return (
    <li className="draft-promise">
      <p className="draft-promise-words">
        {line.place !== '' && <span className="draft-promise-place">{line.place}</span>}
        {display(line.text)}
      </p>
      <p className="draft-promise-state">
        {settled ? (
          <span className="draft-settled">
            {DECISIONS[settled.outcome]}
            {settled.reason && `：${settled.reason}`}
          </span>
        ) : (
          <span className={`draft-state draft-state-${state}`}>
            {STATES[state]}
            {state === 'answered' && '（待确认）'}
          </span>
        )}
      </p>
      {line.reported && <p className="draft-reported">部门回填：{line.reported}</p>}
      {!settled && places.length > 0 && (
        <ul className="draft-answers" aria-label="本稿所写">
          {places.map((place) => (
            <li key={place.start}>
              <button type="button" className="draft-answer" onClick={() => onReveal(place)}>
                {display(place.text)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="draft-finding-actions">
        <Button
          size="small"
          variant="text"
          onClick={() => go({ view: 'reader', id: planId, focus: { start, end }, lit: 'jump' })}
        >
          看上年
        </Button>
        <Menu
          trigger={
            <Button size="small" variant="text">
              认定
            </Button>
          }
          entries={[
            ...(Object.keys(DECISIONS) as Decided['outcome'][]).map((outcome) => ({
              label: DECISIONS[outcome],
              checked: settled?.outcome === outcome,
              run: () => setAsking(outcome),
            })),
            'line',
            { label: '取消认定', disabled: settled === null, run: () => void decide(null) },
          ]}
        />
      </div>
      {asking && (
        <form
          className="draft-reason"
          onSubmit={(event) => {
            event.preventDefault();
            void decide({ outcome: asking, reason });
          }}
        >
          <TextField
            label={`${DECISIONS[asking]}，说明（可不填）`}
            value={reason}
            maxLength={500}
            autoFocus
            onChange={(event) => setReason(event.target.value)}
          />
          <Button size="small" type="submit" variant="primary">
            认定
          </Button>
          <Button size="small" onClick={() => setAsking(null)}>
            取消
          </Button>
        </form>
      )}
    </li>
  );
}
