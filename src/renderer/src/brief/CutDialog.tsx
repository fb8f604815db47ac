import { useState } from 'react';
import type { ListedPassage } from '../../../shared/brief/listed.ts';
import type { Span } from '../../../shared/report/report.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { clausesOf, isCut, toggleClause } from './passages.ts';

/** A quotation clause by clause: each is kept or left out; its words cannot be changed. */
export function CutDialog({
  passage,
  onCut,
  onClose,
}: {
  passage: ListedPassage;
  onCut: (cuts: Span[]) => void;
  onClose: () => void;
}) {
  const display = useDisplayText();
  const [cuts, setCuts] = useState<Span[]>(passage.cuts);
  const clauses = clausesOf(passage);
  const isAll = clauses.every((clause) => isCut(cuts, clause));
  return (
    <Dialog
      open
      title="删节引文"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => setCuts([])}>全部保留</Button>
          <Button variant="primary" disabled={isAll} onClick={() => onCut(cuts)}>
            就这样印
          </Button>
        </>
      }
    >
      <p className="quiet">
        点一下分句，略去的印成……；再点一下恢复。引文逐字取自原文，不能改字。有批注的字句不会略去。
      </p>
      <div className="cut-clauses original">
        {clauses.map((clause) => (
          <button
            key={clause.start}
            type="button"
            className="cut-clause"
            aria-pressed={!isCut(cuts, clause)}
            onClick={() => setCuts(toggleClause(cuts, clause))}
          >
            {display(passage.text.slice(clause.start - passage.start, clause.end - passage.start))}
          </button>
        ))}
      </div>
      {isAll && <p role="alert">至少留一个分句；整条不要请用“撤下”。</p>}
    </Dialog>
  );
}
