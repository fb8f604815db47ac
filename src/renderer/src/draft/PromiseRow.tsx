import { useState } from 'react';
import type { Span } from '../../../shared/report/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useToast } from '../ui/Toasts.tsx';
import type { PromiseLine } from './excerpt.ts';
import { DECISIONS, type Decided, STATES, stateOf } from './promiseStates.ts';

/** One commitment: what was promised, what the draft says of it, and what the person decides. */
export function PromiseRow({
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
