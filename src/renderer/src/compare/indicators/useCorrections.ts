import type { FigureCorrectionInput } from '../../../../shared/contract/schemas/figures.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';
import type { Span } from '../../../../shared/report/report.ts';
import { useMutation } from '../../bridge/useMutation.ts';
import { useToast } from '../../ui/Toasts.tsx';
import type { ChosenReading } from './figuresView.ts';

/** A figure the person looks at: one that was read, or one that was seen and is not sure. */
export interface FigureToCorrect extends Span {
  documentId: string;
  /** The town, or the title. */
  reportName: string;
  /** The words around it. */
  sentence: string;
  /** As it stands in the text. */
  wording: string;
  /** Null for one that is not sure. */
  reading: IndicatorReading | null;
}

export interface Corrections {
  correct: (figure: FigureToCorrect, correction: FigureCorrectionInput) => Promise<boolean>;
  undo: (documentId: string, correctionId: string) => Promise<void>;
  /** Of several figures that contradict each other, `figure` holds; the others leave the table. */
  decide: (figure: FigureToCorrect, others: readonly FigureToCorrect[]) => Promise<void>;
  /** Puts a stated name under an indicator in every report; with null takes it back. */
  assign: (name: string, indicator: { key: string; name: string } | null) => Promise<void>;
}

/** Keeps what the person says about a figure and offers the way back. */
export function useCorrections(onMoved: (chosen: ChosenReading) => void): Corrections {
  const toast = useToast();
  const sending = useMutation('indicators.correct', toast.fail);
  const undoing = useMutation('indicators.undoCorrection', toast.fail);
  const undo = async (documentId: string, correctionId: string) => {
    if (await undoing.run({ id: documentId, correctionId })) toast.notice('已恢复原来的读数。');
  };
  const assigning = useMutation('indicators.assign', toast.fail);
  const assign: Corrections['assign'] = async (name, indicator) => {
    const kept = await assigning.run({ name, key: indicator?.key ?? null });
    if (!kept) return;
    const { previous } = kept;
    const words = indicator
      ? `各篇写作“${name}”的，已归入“${indicator.name}”。`
      : `“${name}”不再归入指标，各篇照原文名称列出。`;
    toast.done(words, {
      label: '撤销',
      run: () => void assigning.run({ name, key: previous }),
    });
  };
  const decide: Corrections['decide'] = async (figure, others) => {
    const left: { id: string; correctionId: string }[] = [];
    for (const { documentId, start, end, reading } of others) {
      const kept = await sending.run({
        id: documentId,
        start,
        end,
        name: reading?.name ?? '',
        correction: { kind: 'not-figure' },
      });
      if (kept) left.push({ id: documentId, ...kept });
    }
    toast.done(`已取“${figure.wording}”，另一说法不列入表，原文未动。`, {
      label: '撤销',
      run: async () => {
        for (const each of left) await undoing.run(each);
      },
    });
  };
  const correct = async (figure: FigureToCorrect, correction: FigureCorrectionInput) => {
    const { documentId, start, end, reading, wording } = figure;
    const kept = await sending.run({
      id: documentId,
      start,
      end,
      name: reading?.name ?? '',
      correction,
    });
    if (!kept) return false;
    if (correction.kind === 'change') {
      const { nature, name } = correction;
      if (nature === 'actual' || nature === 'target') onMoved({ documentId, nature, start, name });
    }
    toast.done(doneWords(correction, wording), {
      label: '撤销',
      run: () => void undo(documentId, kept.correctionId),
    });
    return true;
  };
  return { correct, undo, decide, assign };
}

function doneWords({ kind }: FigureCorrectionInput, wording: string): string {
  if (kind === 'not-figure') return `“${wording}”不再作为指标，原文未动。`;
  return kind === 'confirm' ? `已采用“${wording}”的读数。` : `已改“${wording}”的读数，原文未动。`;
}
