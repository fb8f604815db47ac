/** A thread that understands the texts of a large import. Its limits are set by understandingPool. */
import { parentPort, workerData } from 'node:worker_threads';
import type { NewReport, PackedFigures } from '../store/libraryStore.ts';
import { packFigures } from '../store/packedFigures.ts';
import { loadKnowledge } from './knowledge.ts';
import { type ReadText, type UnderstoodFile, understand } from './understand.ts';

/** A file as it crosses to the library's thread: what was found in each document stands beside it. */
export interface WorkedOut {
  file: Omit<UnderstoodFile, 'documents'> & {
    documents: (Omit<NewReport, 'findings'> & { figures: PackedFigures })[];
  };
  /** JSON, one a document. */
  analyses: string[];
}

const knowledge = loadKnowledge(workerData as string);

parentPort?.on('message', async (text: ReadText) => {
  parentPort?.postMessage(await workOut(text));
});

async function workOut(text: ReadText): Promise<WorkedOut | null> {
  try {
    const { documents, ...file } = understand(text, await knowledge);
    return {
      file: {
        ...file,
        documents: documents.map(({ findings, ...document }) => ({
          ...document,
          figures: packFigures(findings.figures),
        })),
      },
      analyses: documents.map(({ findings }) => JSON.stringify(findings.analysis)),
    };
  } catch {
    return null;
  }
}
