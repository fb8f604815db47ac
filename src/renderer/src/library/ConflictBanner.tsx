import type { LocalityConflict, ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { WarningIcon } from '../ui/icons.tsx';
import { useToast } from '../ui/Toasts.tsx';

type Evidence = LocalityConflict['evidence'][number];

const MOST_LINES = 4;

/** Title and body name different places. The person decides; nothing is changed for them. */
export function ConflictBanner({
  report,
  conflict,
  open,
  onDecided,
  onPutOff,
}: {
  report: ReportSummary;
  conflict: LocalityConflict;
  /** How many conflicts are undecided. */
  open: number;
  onDecided: () => void;
  onPutOff: () => void;
}) {
  const { go } = useNavigation();
  const toast = useToast();
  const decide = useMutation('reports.decideLocality', toast.fail);
  const undo = useMutation('reports.undoDecision', toast.fail);
  const text = useRequest('reports.get', { id: report.id }).value?.text ?? '';
  const { stated, actual, message, evidence } = conflict;

  const choose = async (choice: 'stated' | 'actual') => {
    const result = await decide.run({ id: report.id, choice });
    if (!result) return;
    onDecided();
    const [kept, other] = choice === 'actual' ? [actual, stated] : [stated, actual];
    toast.done(`已认定为${kept}，“${other}”留作检索名。`, {
      label: '撤销',
      run: () => void undo.run({ id: report.id, decisionId: result.decision.id }),
    });
  };

  const lines = evidence
    .filter((each, index) => evidence.findIndex(({ clue }) => clue === each.clue) === index)
    .slice(0, MOST_LINES);
  const first = evidence.find(({ where }) => where === 'text');
  return (
    <section className="conflict" aria-label={`${report.title}：地名需您认定`}>
      <WarningIcon />
      <div className="conflict-body">
        <h2 className="conflict-title">{message}。以哪个为准？</h2>
        <dl className="conflict-evidence">
          {lines.map((each) => (
            <div key={each.clue}>
              <dt>{each.clue}</dt>
              <dd className="original">
                <InContext
                  evidence={each}
                  text={text}
                  title={report.title}
                  names={[actual, stated]}
                />
              </dd>
            </div>
          ))}
        </dl>
        <div className="conflict-choices">
          <Button variant="primary" disabled={decide.pending} onClick={() => choose('actual')}>
            以正文为准：{actual}
          </Button>
          <Button disabled={decide.pending} onClick={() => choose('stated')}>
            以题名为准：{stated}
          </Button>
          <Button variant="text" onClick={onPutOff}>
            稍后再定
          </Button>
          {first && (
            <button
              type="button"
              className="link-button"
              onClick={() =>
                go({
                  view: 'reader',
                  id: report.id,
                  focus: { start: first.start, end: first.end },
                  lit: 'jump',
                })
              }
            >
              看原文
            </button>
          )}
          <span className="quiet">选后可撤销；两个名称都能检索到</span>
        </div>
      </div>
      <span className="conflict-open num">需您认定 {open} 件</span>
    </section>
  );
}

const CONTEXT = 20;
const SENTENCE_END = /[。！？!?；;\n]/;

/** The words in their sentence, as far as a line holds, with the name itself underlined. */
function InContext({
  evidence,
  text,
  title,
  names,
}: {
  evidence: Evidence;
  text: string;
  title: string;
  names: string[];
}) {
  const display = useDisplayText();
  const { where, start, end, quote } = evidence;
  const line = where === 'title' ? title : text;
  const at = where === 'title' ? line.indexOf(quote) : start;
  if (at < 0 || line === '') return quote;
  const to = where === 'title' ? at + quote.length : end;
  const before =
    line
      .slice(Math.max(0, at - CONTEXT), at)
      .split(SENTENCE_END)
      .at(-1) ?? '';
  const [after = ''] = line.slice(to, to + CONTEXT).split(SENTENCE_END);
  const words = line.slice(at, to);
  const name = names.find((each) => words.includes(each)) ?? words;
  const [head = '', tail = ''] = words.split(name, 2);
  return (
    <>
      {display(before + head)}
      <strong>{name}</strong>
      {display(tail + after)}
    </>
  );
}
