import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { setAnew } from '../../../../shared/report/wraps.ts';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { shortName } from '../../report/labels.ts';
import { Segmented } from '../../ui/Choices.tsx';
import { Tag } from '../../ui/Labels.tsx';
import { FormulasEditor } from './FormulasEditor.tsx';
import type { Wording } from './useWording.ts';
import './wording.css';

export type WordingKind = 'shared' | 'own';

/** A place to bring a column to. */
export interface WordingPlace {
  documentId: string;
  start: number;
}

/** The wording two reports share, or what each has alone; a click brings the columns there. */
export function WordingPanel({
  wording,
  reports,
  kind,
  onKind,
  onShow,
}: {
  wording: Wording;
  reports: readonly ReportDetail[];
  kind: WordingKind;
  onKind: (kind: WordingKind) => void;
  onShow: (places: readonly WordingPlace[]) => void;
}) {
  const counted = wording.shared.filter(({ formula }) => !formula).length;
  const alone = wording.own.reduce((sum, { terms }) => sum + terms.length, 0);
  return (
    <aside className="wording" aria-label="共有与独有">
      <header className="wording-head">
        <Segmented
          name="共有还是独有"
          value={kind}
          choices={[
            { value: 'shared', label: '共有', count: counted },
            { value: 'own', label: '独有', count: alone },
          ]}
          onChange={onKind}
        />
        {kind === 'shared' && <FormulasEditor />}
      </header>
      <div className="wording-list place-rows scroll">
        {kind === 'shared' ? (
          <SharedList wording={wording} reports={reports} onShow={onShow} />
        ) : (
          <OwnList wording={wording} reports={reports} onShow={onShow} />
        )}
      </div>
    </aside>
  );
}

interface ListProps {
  wording: Wording;
  reports: readonly ReportDetail[];
  onShow: (places: readonly WordingPlace[]) => void;
}

function SharedList({ wording, reports, onShow }: ListProps) {
  const display = useDisplayText();
  // Fixed formulas come last: they are no sign of copying.
  const passages = [...wording.shared].sort((a, b) => Number(a.formula) - Number(b.formula));
  if (passages.length === 0)
    return <p className="quiet wording-none">没有 13 字以上的相同文字。</p>;
  return (
    <ul>
      {passages.map(({ places, formula }) => {
        const [first, second] = places;
        const report = reports.find(({ summary }) => summary.id === first?.documentId);
        if (!first || !second || !report) return null;
        const words = setAnew(report.text, first);
        return (
          <li key={`${first.documentId} ${first.start} ${second.documentId}`}>
            <button type="button" onClick={() => onShow(places)}>
              <span className="original">{display(words)}</span>
              <span className="quiet">
                {places.map(({ documentId }) => nameOf(reports, documentId)).join('、')}，
                {words.length} 字 {formula && <Tag>规定提法</Tag>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const KINDS = [
  { kind: 'measure', name: '举措' },
  { kind: 'project', name: '项目' },
  { kind: 'term', name: '提法' },
] as const;

function OwnList({ wording, reports, onShow }: ListProps) {
  const display = useDisplayText();
  return wording.own.map(({ documentId, terms }) => (
    <section key={documentId}>
      <h3>{nameOf(reports, documentId)}</h3>
      {terms.length === 0 && <p className="quiet wording-none">没有独有的举措、项目和提法。</p>}
      {KINDS.map(({ kind, name }) => {
        const own = terms.filter((term) => term.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind}>
            <h4>
              {name} <span className="num">{own.length}</span>
            </h4>
            <ul>
              {own.map(({ term, start }) => (
                <li key={start}>
                  <button type="button" onClick={() => onShow([{ documentId, start }])}>
                    <span className="original">{display(term)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  ));
}

/** With its year, where another report is of the same town. */
function nameOf(reports: readonly ReportDetail[], id: string): string {
  const summary = reports.find((report) => report.summary.id === id)?.summary;
  if (summary === undefined) return '';
  const alike = reports.filter((report) => report.summary.town === summary.town);
  return alike.length > 1 ? shortName(summary) : (summary.town ?? summary.title);
}
