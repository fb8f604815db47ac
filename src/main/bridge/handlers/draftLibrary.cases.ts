import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../../shared/contract/failure.ts';
import {
  type Input,
  type Output,
  type RouteName,
  routes,
} from '../../../shared/contract/routes.ts';
import type { DraftBlock } from '../../../shared/draft/blocks.ts';
import { openReader } from '../../ingest/readInWorker.ts';
import { serveLibrary } from '../../library/serve.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** A served library with the sample in it; `file` is where every dialog saves to and opens from. */
export async function openDraftLibrary() {
  const folder = mkdtempSync(join(tmpdir(), 'zhenjian-drafts-'));
  const file = join(folder, '稿');
  const reader = openReader();
  const serve = () =>
    serveLibrary(
      {
        libraryDir: folder,
        resourcesDir: join(root, 'resources'),
        fontsDir: join(root, 'node_modules'),
      },
      {
        reader,
        host: {
          chooseFilesToOpen: async () => [{ path: file, name: '清单.xlsx', size: 9 }],
          chooseFileToSave: async () => file,
          chooseFolder: async () => null,
        },
        print: { print: async () => new Uint8Array() },
        emit: () => undefined,
      },
      () => new Date().toISOString(),
    );
  let library = serve();
  const ask = async <N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const outcome = (await library.dispatch(name, input)) as Outcome<Output<N>>;
    if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
    return routes[name].output.parse(outcome.value) as Output<N>;
  };
  await ask('library.openSample', {});
  return {
    file,
    ask,
    restart: async () => {
      await library.close();
      library = serve();
    },
    reportOf: async (town: string) => {
      const { reports } = await ask('reports.list', {});
      const report = reports.find(({ title }) => title === `2019年${town}政府工作报告`);
      if (!report) throw new Error(town);
      return report;
    },
    close: async () => {
      await library.close();
      await reader.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type DraftLibrary = Awaited<ReturnType<typeof openDraftLibrary>>;

export function own(text: string): DraftBlock {
  return { kind: 'paragraph', level: 0, text, source: null };
}
