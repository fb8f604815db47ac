import type { Span } from '../../../shared/report/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import type { PlacedNote } from '../navigation/route.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toasts.tsx';
import type { Annotation } from './categories.ts';
import './note.css';

/** Puts a note that lost its place where the person selects it, in the report it was in. */
export function PlacingBar({
  placing,
  annotations,
  span,
}: {
  placing: PlacedNote;
  /** Those of the report. */
  annotations: readonly Annotation[];
  /** What is selected. */
  span: Span | null;
}) {
  const { go } = useNavigation();
  const toast = useToast();
  const display = useDisplayText();
  const settle = useMutation('annotations.settle', toast.fail);
  const undo = useMutation('annotations.undo', toast.fail);
  const note = annotations.find(({ id }) => id === placing.id);
  const quote = note?.targets[placing.target]?.quote;
  if (quote === undefined) return null;

  const put = async () => {
    if (span === null) return;
    const { start, end } = span;
    const settled = await settle.run({ ...placing, start, end });
    if (!settled) return;
    const { id, revision } = settled.annotation;
    toast.done('批注已放到选定的位置。', {
      label: '撤销',
      run: () => void undo.run({ id, revision }),
    });
    go({ view: 'annotate' });
  };
  return (
    <section className="placing-bar" aria-label="给批注重新定位">
      <p>
        在正文里选出这条批注该在的文字。原引文：
        <q className="original">{display(quote)}</q>
      </p>
      <Button
        size="small"
        variant="primary"
        disabled={span === null || settle.pending}
        onClick={() => void put()}
      >
        放在所选处
      </Button>
      <Button size="small" onClick={() => go({ view: 'annotate' })}>
        不放了
      </Button>
    </section>
  );
}
