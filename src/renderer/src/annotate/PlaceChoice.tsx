import type { NotePlace } from '../../../shared/contract/schemas/annotation.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import type { Annotation } from '../note/categories.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toasts.tsx';

/** Where a note of unsure place stood, beside the places of the corrected text that may be it. */
export function PlaceChoice({
  annotation: { id, targets },
  target,
}: {
  annotation: Annotation;
  /** Which of its passages. */
  target: number;
}) {
  const documentId = targets[target]?.documentId ?? '';
  const { go } = useNavigation();
  const toast = useToast();
  const places = useRequest('annotations.candidates', { id, target });
  const settle = useMutation('annotations.settle', toast.fail);
  const undo = useMutation('annotations.undo', toast.fail);
  if (places.error) return <p role="alert">{places.error.message}</p>;
  if (!places.value) return null;

  const { former, candidates } = places.value;
  const choose = async ({ start, end }: NotePlace) => {
    const settled = await settle.run({ id, target, start, end });
    if (!settled) return;
    const { revision } = settled.annotation;
    toast.done('批注已放到选定的位置。', {
      label: '撤销',
      run: () => void undo.run({ id, revision }),
    });
  };
  return (
    <div className="note-places">
      <section aria-label="原来的位置">
        <h3>更正前</h3>
        <Passage place={former} />
      </section>
      <section aria-label="可能的位置">
        <h3>
          更正后
          <span className="num quiet">
            {candidates.length > 0
              ? `${candidates.length} 处可能，请选一处`
              : '没有相近的文字，引文照原样保留'}
          </span>
        </h3>
        <ol>
          {candidates.map((place) => (
            <li key={place.start}>
              <Passage place={place} />
              <Button size="small" disabled={settle.pending} onClick={() => void choose(place)}>
                就是这里
              </Button>
              <Button
                size="small"
                variant="text"
                onClick={() => go({ view: 'reader', id: documentId, focus: place, lit: 'jump' })}
              >
                看上下文
              </Button>
            </li>
          ))}
        </ol>
        <Button
          size="small"
          onClick={() => go({ view: 'reader', id: documentId, placing: { id, target } })}
        >
          到正文里选
        </Button>
      </section>
    </div>
  );
}

function Passage({ place: { before, quote, after } }: { place: NotePlace }) {
  const display = useDisplayText();
  return (
    <p className="original">
      <span className="quiet">{display(before)}</span>
      <mark>{display(quote)}</mark>
      <span className="quiet">{display(after)}</span>
    </p>
  );
}
