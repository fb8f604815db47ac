import type { Output } from '../../../shared/contract/routes.ts';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { AnnotationCard } from '../note/AnnotationCard.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { Digest } from './Digest.tsx';
import { KeptDecisions } from './KeptDecisions.tsx';
import { noteCounts, reportCounts } from './words.ts';

type Merged = Output<'exchange.merges'>['merges'][number];

/** What a merge has brought, and the notes of which there are two versions now. */
export function MergedPackage({ merged }: { merged: Merged }) {
  const open = merged.conflicts.flatMap(({ mine, theirs }) =>
    mine !== null && theirs !== null ? [{ mine, theirs }] : [],
  );
  // What was read out of a damaged library has no author and no digest.
  const isPackage = merged.digest !== '';
  return (
    <>
      <p className="package-title">
        {merged.title}
        {isPackage && <span className="quiet">　{merged.author || '没有署名'}</span>}
      </p>
      <p>资料：{reportCounts(merged.reports)}</p>
      <p>批注：{noteCounts(merged.notes)}</p>
      {isPackage && <Digest digest={merged.digest} />}
      <KeptDecisions kept={merged.kept} />
      {open.length > 0 && (
        <>
          <p>这 {open.length} 条批注两边都改过，各留了一条。可以都留着，也可以删去一条：</p>
          <ul className="package-conflicts" aria-label="两个版本的批注">
            {open.map(({ mine, theirs }) => (
              <li key={theirs.id} className="package-conflict">
                <Version annotation={mine} whose="这里的" />
                <Version annotation={theirs} whose="对方的" />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Version({ annotation, whose }: { annotation: Annotation; whose: string }) {
  const toast = useToast();
  const remove = useMutation('annotations.remove', toast.fail);
  const restore = useMutation('annotations.restore', toast.fail);
  const { id, quote } = annotation;
  const onRemove = async () => {
    if (!(await remove.run({ id }))) return;
    toast.done('已删去一条批注。', { label: '撤销', run: () => void restore.run({ id }) });
  };
  return (
    <AnnotationCard
      annotation={annotation}
      quote={quote}
      source={whose}
      actions={
        <Button size="small" variant="text" disabled={remove.pending} onClick={onRemove}>
          删去这条
        </Button>
      }
    />
  );
}
