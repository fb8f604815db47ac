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
  const explained = terms.filter(({ explanation }) => explanation !== null);
  const others = terms.filter(({ explanation }) => explanation === null);
  const jump = (term: (typeof terms)[number]) => (
    <button key={term.start} type="button" className="link-button" onClick={() => onJump(term)}>
      “{term.term}”
    </button>
  );
  return (
    <details className="coined-terms">
      <summary>
        提法与名词解释 <span className="num">{terms.length}</span>
      </summary>
      <dl className="scroll">
        {explained.map((term) => (
          <div key={term.start}>
            <dt>{jump(term)}</dt>
            <dd className="original">
              {term.explanation &&
                display(text.slice(term.explanation.start, term.explanation.end))}
            </dd>
          </div>
        ))}
        {others.length > 0 && (
          <div>
            <dt className="quiet">本文没有解释的</dt>
            <dd>{others.map(jump)}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
