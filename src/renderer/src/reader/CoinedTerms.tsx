import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../shared/report/report.ts';
import { useDisplayText } from '../preferences/preferences.tsx';

/** Slogans and coined words of a report, each with what its own text says of it: where 名词解释 begins. */
export function CoinedTerms({
  report: { text, terms },
  onJump,
}: {
  report: ReportDetail;
  onJump: (span: Span) => void;
}) {
  const display = useDisplayText();
  if (terms.length === 0) return null;
  return (
    <details className="coined-terms">
      <summary>
        提法与名词解释 <span className="num">{terms.length}</span>
      </summary>
      <dl className="scroll">
        {terms.map((term) => (
          <div key={term.start}>
            <dt>
              <button type="button" className="link-button" onClick={() => onJump(term)}>
                “{term.term}”
              </button>
            </dt>
            <dd className={term.explanation ? 'original' : 'quiet'}>
              {term.explanation
                ? display(text.slice(term.explanation.start, term.explanation.end))
                : '本文没有解释'}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
