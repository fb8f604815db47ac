import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { shortName } from '../report/labels.ts';
import './namedFigures.css';

const LISTED = 8;

/** Figures that a person gave this name: the words need not stand in the text, so no hit shows them. */
export function NamedFigures({ query }: { query: string }) {
  const { go } = useNavigation();
  const figures = useRequest('indicators.find', { query }, { keepPrevious: true }).value?.figures;
  // The list of a province is long: nobody waits for it who gave no figure a name.
  const isNamed = figures !== undefined && figures.length > 0;
  const reports = useRequest('reports.list', isNamed ? {} : null).value?.reports ?? [];
  if (!isNamed) return null;
  return (
    <section className="named-figures" aria-label="人工认定的指标">
      <span className="quiet">
        人工认定的指标 <span className="num">{figures.length}</span> 处
      </span>
      {figures.slice(0, LISTED).map(({ documentId, start, end, name }) => {
        const report = reports.find(({ id }) => id === documentId);
        return (
          <button
            key={`${documentId} ${start}`}
            type="button"
            className="link-button"
            onClick={() =>
              go({ view: 'reader', id: documentId, focus: { start, end }, lit: 'jump' })
            }
          >
            {report && shortName(report)} {name}
          </button>
        );
      })}
      {figures.length > LISTED && <span className="quiet">等</span>}
    </section>
  );
}
