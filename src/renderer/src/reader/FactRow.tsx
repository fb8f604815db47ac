import { type FormEvent, useState } from 'react';
import type { DecisionChoice, ReportDetail } from '../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../shared/report/report.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { KIND_NAMES, KINDS } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Labels.tsx';
import { Select } from '../ui/Menu.tsx';
import { disagree, type Fact, readFact, showValue } from './facts.ts';

/** One field: its value, how sure it is, the words that say so, and the way to change it. */
export function FactRow({
  fact,
  report,
  onShow,
  onDecide,
  onUndo,
}: {
  fact: Fact;
  report: ReportDetail;
  onShow: (span: Span) => void;
  onDecide: (choice: DecisionChoice, said: string) => Promise<boolean>;
  onUndo: (decisionId: string) => void;
}) {
  const { label, shown, standing, evidence, decisionId } = fact;
  const display = useDisplayText();
  const clash = disagree(evidence);
  const [editing, setEditing] = useState(false);
  const save = async (typed: string): Promise<string | null> => {
    const choice = readFact(fact.field, typed);
    if (typeof choice === 'string') return choice;
    if (await onDecide(choice, `${label}已认定，原文未动。`)) setEditing(false);
    return null;
  };
  return (
    <li className="fact" aria-label={label}>
      <span className="fact-label">{label}</span>
      {editing ? (
        <FactEditor fact={fact} onSave={save} onCancel={() => setEditing(false)} />
      ) : (
        <>
          <span className="fact-value" data-missing={fact.value === '' || undefined}>
            {shown}
          </span>
          {standing !== '未见' && <Tag tone={TONES[standing]}>{standing}</Tag>}
          <span className="fact-actions">
            {decisionId !== null && (
              <Button size="small" variant="text" onClick={() => onUndo(decisionId)}>
                恢复推断
              </Button>
            )}
            <Button
              size="small"
              variant="text"
              aria-label={`更改${label}`}
              onClick={() => setEditing(true)}
            >
              更改
            </Button>
          </span>
        </>
      )}
      {(clash ? evidence.slice(0, MOST_EVIDENCE) : evidence.slice(0, 1)).map((one) => (
        <span key={`${one.clue}${one.value}`} className="fact-evidence">
          {clash && <strong className="fact-says">{showValue(fact.field, one.value)}</strong>}
          <span className="fact-quote">
            <span className="fact-clue">
              {one.clue}
              {one.quote !== '' && '：'}
            </span>
            {one.where === 'text' ? (
              <button type="button" className="link-button original" onClick={() => onShow(one)}>
                {display(inSentence(report.text, one))}
              </button>
            ) : (
              <span className="original">{display(one.quote)}</span>
            )}
          </span>
          {clash && (
            <Button
              size="small"
              variant="text"
              disabled={decisionId !== null && one.value === fact.value}
              onClick={() => save(one.value)}
            >
              以此为准
            </Button>
          )}
        </span>
      ))}
    </li>
  );
}

const MOST_EVIDENCE = 4;

const TONES = { 推断: 'derived', 待确认: 'warn', 已认定: 'plain' } as const;

const CONTEXT = 18;
const SENTENCE_END = /[。！？!?；;\n]/;

/** The words with as much of their sentence as a line holds. */
function inSentence(text: string, { start, end }: Span): string {
  const before =
    text
      .slice(Math.max(0, start - CONTEXT), start)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const [after = ''] = text.slice(end, end + CONTEXT).split(SENTENCE_END);
  return `${before}${text.slice(start, end)}${after}`.trim();
}

function FactEditor({
  fact: { field, label, value },
  onSave,
  onCancel,
}: {
  fact: Fact;
  onSave: (typed: string) => Promise<string | null>;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(await onSave(typed));
  };
  return (
    <form className="fact-editor" onSubmit={submit}>
      {field === 'kind' ? (
        <Select
          name={label}
          value={typed}
          choices={KINDS.map((kind) => ({ value: kind as string, label: KIND_NAMES[kind] }))}
          onChange={setTyped}
        />
      ) : (
        <input
          className="text-input"
          aria-label={label}
          aria-invalid={problem !== null}
          maxLength={100}
          placeholder="留空表示未见"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <Button size="small" type="submit">
        认定
      </Button>
      <Button size="small" variant="text" onClick={onCancel}>
        取消
      </Button>
      {problem !== null && (
        <span className="fact-problem" role="alert">
          {problem}
        </span>
      )}
    </form>
  );
}
