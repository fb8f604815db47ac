import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { shortName } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { type Annotation, STATE_NAMES } from './categories.ts';
import { otherTargets } from './targets.ts';

/** The passages that a note ties beside the one it is shown at; each leads to its place. */
export function TiedPlaces({
  annotation,
  onUntie,
}: {
  annotation: Annotation;
  /** Lets a passage go, by its place among the targets. */
  onUntie?: (target: number) => void;
}) {
  const others = otherTargets(annotation);
  const { go } = useNavigation();
  const display = useDisplayText();
  const reports = useRequest('reports.list', others.length > 0 ? {} : null).value?.reports ?? [];
  if (others.length === 0) return null;
  return (
    <ul className="tied-places" aria-label="同连的原文">
      {others.map((target) => {
        const { documentId, start, end, quote, state } = target;
        const report = reports.find(({ id }) => id === documentId);
        const name = report ? shortName(report) : '已移出的资料';
        const place = state === 'anchored' ? '' : `（${STATE_NAMES[state]}）`;
        const read = () =>
          go({ view: 'reader', id: documentId, focus: { start, end }, lit: 'jump' });
        return (
          <li key={`${documentId} ${start} ${quote}`}>
            <button
              type="button"
              className="tied-place"
              disabled={report === undefined || state !== 'anchored'}
              onClick={read}
            >
              <span className="quiet">
                {name}
                {place}
              </span>
              <span className="original">{display(quote)}</span>
            </button>
            {onUntie && (
              <Button
                size="small"
                variant="text"
                aria-label={`拆开${name}的一处`}
                onClick={() => onUntie(annotation.targets.indexOf(target))}
              >
                拆开
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
