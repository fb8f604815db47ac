import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServedLibrary } from '../../../src/main/library/serve.ts';
import { RequestFailure } from '../../../src/shared/contract/failure.ts';
import type { Output } from '../../../src/shared/contract/routes.ts';
import { ServedDesk } from '../../fixtures/servedLibrary.ts';

/** A library served as the app serves it; dialogs are answered with `path`. */
export interface Served extends Pick<ServedDesk, 'ask' | 'close'> {
  library: ServedLibrary;
  answerWith: (path: string) => void;
}

export function serve(libraryDir: string): Served {
  const desk = new ServedDesk({ folder: libraryDir });
  const { library, close } = desk;
  return {
    ...{ library, close },
    // As the window takes it: of a damaged library what was derived may be out of shape.
    ask: async (name, input) => {
      const outcome = await library.dispatch(name, input);
      if (!outcome.ok) throw new RequestFailure(outcome.failure.code, outcome.failure.message);
      return outcome.value as Output<typeof name>;
    },
    answerWith: (path) => {
      desk.answer = path;
    },
  };
}

/** A closed library with the sample, or two short reports, and some notes, to be copied for each trial. */
export async function makeTemplate({ notes = 100, sample = true } = {}): Promise<string> {
  const folder = makeFolder();
  const served = serve(folder);
  if (sample) await served.ask('library.openSample', {});
  else await importShortReports(served);
  const { reports } = await served.ask('reports.list', {});
  for (let n = 0; n < notes; n += 1) {
    await served.ask('annotations.create', {
      documentId: reports[n % reports.length]?.id ?? '',
      start: n,
      end: n + 8,
      note: `批注第${n}条，供查验时逐字比对。`.repeat(1 + (n % 7)),
    });
  }
  await served.close();
  return folder;
}

/** Two reports of a few hundred characters. Answers their ids. */
export async function importShortReports({ ask }: Served): Promise<string[]> {
  const ids: string[] = [];
  for (const [town, work] of [
    ['甲山', '修路'],
    ['乙水', '植树'],
  ]) {
    const body = Array.from({ length: 30 }, (_, n) => `全年${work}${n}处，投资${n}万元。`);
    const text = `2023年${town}镇政府工作报告\n各位代表：\n一、工作回顾\n${body.join('\n')}`;
    const { previewId } = await ask('imports.preview', { source: { kind: 'pasted', text } });
    const { outcomes } = await ask('imports.commit', { previewId, include: [0] });
    ids.push(...outcomes.flatMap(({ documentIds }) => documentIds));
  }
  return ids;
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'zhenjian-torture-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** All the person has written or put in: texts, notes, briefs and drafts, in one string. */
export async function everything({ ask }: Served): Promise<string> {
  const { reports } = await ask('reports.list', {});
  const texts = await Promise.all(
    reports.map(async ({ id, title }) => [id, title, (await ask('reports.get', { id })).text]),
  );
  const { annotations } = await ask('annotations.list', {});
  const { briefs } = await ask('briefs.list', {});
  const { drafts } = await ask('drafts.list', {});
  const written = await Promise.all(
    drafts.map(async ({ id }) => [
      (await ask('drafts.get', { id })).draft,
      (await ask('drafts.versions', { id })).versions,
    ]),
  );
  return JSON.stringify([texts.sort(), annotations, briefs, written]);
}

/** The same numbers for the same seed, 0…1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
