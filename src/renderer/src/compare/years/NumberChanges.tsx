import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { setAnew } from '../../../../shared/report/wraps.ts';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { PanelHeader } from '../../ui/Layout.tsx';
import type { YearComparison } from './yearRows.ts';

/** Characters of the sentence shown before and after a figure. */
const AROUND = 12;

/** The changed figures, each with the words around it; a click leads to its sentence. */
export function NumberChanges({
  numbers,
  after: { text },
  onShow,
}: {
  numbers: YearComparison['numbers'];
  after: ReportDetail;
  onShow: (offset: number) => void;
}) {
  const display = useDisplayText();
  return (
    <aside className="years-numbers place-rows scroll" aria-label="数字变化">
      <PanelHeader title="数字变化" aside={`${numbers.length} 处`} />
      {numbers.length === 0 && <p className="quiet years-none">同一句里没有改动的数字。</p>}
      <ul>
        {numbers.map(({ after, beforeText, afterText }) => (
          <li key={after.start}>
            <button type="button" onClick={() => onShow(after.start)}>
              <span className="num">
                <del>{beforeText}</del> → <ins>{afterText}</ins>
              </span>
              <span className="quiet">
                {display(
                  setAnew(text, {
                    start: Math.max(0, after.start - AROUND),
                    end: Math.min(text.length, after.end + AROUND),
                  }),
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
