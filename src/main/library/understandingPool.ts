import type { ReportAnalysis } from '../../shared/report/report.ts';
import type { NewReport, PackedFigures } from '../store/libraryStore.ts';
import type { StructuredText } from './figuresStage.ts';
import type { Knowledge } from './knowledge.ts';
import type { ReadText } from './structure.ts';
import type { StructuredFile } from './structureStage.ts';
import { type UnderstoodFile, understand } from './understand.ts';
import { openStage } from './understandingStage.ts';

/** Understands texts, several at a time where that pays. */
export interface UnderstandingPool {
  /** Null for a text that cannot be understood, for whatever reason; never rejects. */
  understand(text: ReadText): Promise<UnderstoodFile<NewReport> | null>;
  /** What is still waiting is answered with null. */
  close(): Promise<void>;
}

/** Fewer texts are understood sooner than threads are started. */
const FEWEST_FOR_THREADS = 6;

/**
 * Understands the texts of one import, in threads of their own where there are many of them: the library's
 * thread stays free to store and to answer. One thread finds the structure of a text, another reads its figures,
 * which takes about as long: two that do both would each compile what does both, some two seconds of work.
 *
 * @param textCount how many texts are to be expected.
 * @param resourcesDir where the threads find what `knowledge` gives here.
 */
export function openUnderstandingPool(
  textCount: number,
  knowledge: () => Promise<Knowledge>,
  resourcesDir: string,
): UnderstandingPool {
  if (textCount < FEWEST_FOR_THREADS) return understandHere(knowledge);
  const structure = openStage<ReadText, StructuredFile>({ stage: 'structure', resourcesDir });
  const figures = openStage<StructuredText[], PackedFigures[]>({ stage: 'figures', resourcesDir });
  return {
    understand: async (text) => {
      const structured = await structure.work(text, text.text.length);
      if (structured === null) return null;
      const packed = await figures.work(textsOf(structured), text.text.length);
      return packed && withFigures(structured, packed);
    },
    close: async () => {
      await Promise.all([structure.close(), figures.close()]);
    },
  };
}

function understandHere(knowledge: () => Promise<Knowledge>): UnderstandingPool {
  return {
    understand: async (text) => {
      const known = await knowledge();
      try {
        return understand(text, known);
      } catch {
        return null;
      }
    },
    close: async () => undefined,
  };
}

function textsOf({ file, analyses }: StructuredFile): StructuredText[] {
  return file.documents.map(({ text }, index) => ({ text, analysis: analyses[index] as string }));
}

function withFigures(
  { file, analyses }: StructuredFile,
  packed: readonly PackedFigures[],
): UnderstoodFile<NewReport> {
  return {
    ...file,
    documents: file.documents.map((report, index) => {
      const packedAnalysis = analyses[index] as string;
      const analysis = JSON.parse(packedAnalysis) as ReportAnalysis;
      const figures = packed[index] as PackedFigures;
      return { ...report, findings: { analysis, packedAnalysis, figures } };
    }),
  };
}
