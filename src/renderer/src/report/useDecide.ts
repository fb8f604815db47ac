import type { DecisionChoice } from '../../../shared/contract/schemas/report.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useToast } from '../ui/Toasts.tsx';

export interface Deciding {
  /** Keeps what the person decided and says so, with the way back. True once it is kept. */
  decide: (choice: DecisionChoice, said: string) => Promise<boolean>;
  /** Takes a decision back: what was inferred shows again. */
  undo: (decisionId: string) => void;
}

export function useDecide(id: string): Deciding {
  const toast = useToast();
  const decision = useMutation('reports.decide', toast.fail);
  const undoing = useMutation('reports.undoDecision', toast.fail);
  const undo = (decisionId: string) => void undoing.run({ id, decisionId });
  return {
    decide: async (choice, said) => {
      const kept = await decision.run({ id, ...choice });
      if (kept === undefined) return false;
      toast.done(said, { label: '撤销', run: () => undo(kept.decision.id) });
      return true;
    },
    undo,
  };
}
