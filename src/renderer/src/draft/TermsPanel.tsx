import { type FormEvent, memo, useEffect, useState } from 'react';
import type { Input, Output } from '../../../shared/contract/routes.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea, TextField } from '../ui/Field.tsx';
import { useToast } from '../ui/Toasts.tsx';

type Term = Output<'drafts.terms'>['terms'][number];
type Decision = Input<'drafts.setTerm'>['decision'];

/** 名词解释: the coined terms of the draft, their explanations in the person's words, and the annex they make. */
export const TermsPanel = memo(function TermsPanel({
  draftId,
  savedAt,
}: {
  draftId: string;
  savedAt: string | null;
}) {
  const toast = useToast();
  const list = useRequest('drafts.terms', { id: draftId });
  const set = useMutation('drafts.setTerm', toast.fail);
  const [typed, setTyped] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  const { refresh } = list;
  useEffect(() => {
    if (savedAt !== null) refresh();
  }, [savedAt, refresh]);
  const terms = list.value?.terms ?? [];
  const printed = terms.filter(
    ({ explanation, settled }) => explanation && settled !== 'left-out',
  ).length;

  const decide = async (term: string, decision: Decision) => {
    if (await set.run({ id: draftId, term, decision })) refresh();
  };
  const leaveOut = async ({ term, explanation, settled }: Term) => {
    await decide(term, { explanation: null });
    toast.done(`“${term}”不列入名词解释。`, {
      label: '撤销',
      run: () => void decide(term, settled === 'own' ? { explanation } : null),
    });
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const term = typed.trim();
    if (term === '') return;
    if (!terms.some((known) => known.term === term)) await decide(term, { explanation: '' });
    setTyped('');
    setEditing(term);
  };
  return (
    <>
      <form className="draft-panel-bar" onSubmit={(event) => void add(event)}>
        <TextField
          label="添名词"
          placeholder="如：三资管理"
          value={typed}
          maxLength={60}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button size="small" type="submit">
          添上
        </Button>
      </form>
      <div className="draft-panel scroll" aria-busy={list.loading}>
        <p className="draft-note" role="status">
          {terms.length === 0
            ? '稿子里还没有带引号的提法或口号。可在上面自己添。'
            : `${terms.length} 个，附印 ${printed} 个。导出文稿时勾选“附名词解释”。`}
        </p>
        <ul aria-label="名词解释">
          {terms.map((term) => (
            <TermRow
              key={term.term}
              term={term}
              editing={editing === term.term}
              onEdit={(on) => setEditing(on ? term.term : null)}
              onDecide={(decision) => decide(term.term, decision)}
              onLeaveOut={() => void leaveOut(term)}
            />
          ))}
        </ul>
      </div>
    </>
  );
});

function TermRow({
  term: { term, explanation, label, settled },
  editing,
  onEdit,
  onDecide,
  onLeaveOut,
}: {
  term: Term;
  editing: boolean;
  onEdit: (on: boolean) => void;
  onDecide: (decision: Decision) => Promise<void>;
  onLeaveOut: () => void;
}) {
  const isOut = settled === 'left-out';
  return (
    <li className="draft-term">
      <p>
        <strong>{term}</strong>
        {isOut && <span className="quiet"> 不列</span>}
        {settled === 'own' && <span className="quiet"> 自拟</span>}
      </p>
      {editing ? (
        <ExplanationForm
          term={term}
          explanation={explanation ?? ''}
          onKeep={async (words) => {
            await onDecide({ explanation: words });
            onEdit(false);
          }}
          onCancel={() => onEdit(false)}
        />
      ) : (
        <>
          <p className={explanation ? 'draft-explanation' : 'quiet'}>
            {explanation || '未见解释，不会代写。'}
            {label && <span className="draft-source">（{label}）</span>}
          </p>
          <div className="draft-finding-actions">
            <Button size="small" variant="text" onClick={() => onEdit(true)}>
              {explanation ? '改写' : '写解释'}
            </Button>
            {!isOut && (
              <Button size="small" variant="text" onClick={onLeaveOut}>
                不列
              </Button>
            )}
            {settled !== null && (
              <Button size="small" variant="text" onClick={() => void onDecide(null)}>
                {isOut ? '列入' : '恢复所见'}
              </Button>
            )}
          </div>
        </>
      )}
    </li>
  );
}

function ExplanationForm({
  term,
  explanation,
  onKeep,
  onCancel,
}: {
  term: string;
  explanation: string;
  onKeep: (words: string) => Promise<void>;
  onCancel: () => void;
}) {
  const [words, setWords] = useState(explanation);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onKeep(words.trim());
      }}
    >
      <TextArea
        name={`“${term}”的解释`}
        value={words}
        maxLength={2000}
        rows={3}
        autoFocus
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
          if (event.key === 'Enter' && event.ctrlKey) void onKeep(words.trim());
        }}
      />
      <div className="draft-finding-actions">
        <Button size="small" type="submit" variant="primary">
          存解释
        </Button>
        <Button size="small" onClick={onCancel}>
          取消
        </Button>
      </div>
    </form>
  );
}
