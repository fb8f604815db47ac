/** A thread that does one of the two stages of a large import. Its limits are set by understandingStage. */
import { parentPort, workerData } from 'node:worker_threads';

type StageName = 'structure' | 'figures';

export interface StageData {
  stage: StageName;
  resourcesDir: string;
}

/** Each thread loads, and compiles, only its own half of what there is to know. */
const stages = {
  structure: () => import('./structureStage.ts'),
  figures: () => import('./figuresStage.ts'),
};

const { stage, resourcesDir } = workerData as StageData;
const work = openStage();

parentPort?.on('message', async (job: unknown) => {
  parentPort?.postMessage(await answer(job));
});

async function openStage(): Promise<(job: never) => unknown> {
  return (await stages[stage]()).openStage(resourcesDir);
}

async function answer(job: unknown): Promise<unknown> {
  try {
    return (await work)(job as never);
  } catch {
    return null;
  }
}
