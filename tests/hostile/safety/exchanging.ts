import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../../../src/shared/contract/routes.ts';
import { makeFolder, removeFolder, type Served, serve } from './served.ts';

/** A library that gives and takes packages. */
export interface Desk extends Served {
  folder: string;
  /** Writes all its reports, or those named, to a package. Answers its path. */
  give: (ids?: readonly string[]) => Promise<string>;
  preview: (path: string) => Promise<NonNullable<Output<'exchange.choose'>['preview']>>;
  take: (path: string) => Promise<Output<'exchange.merge'>>;
  end: () => Promise<void>;
}

let packages = 0;

export function openDesk(folder = makeFolder()): Desk {
  const served = serve(folder);
  const { ask, answerWith } = served;
  const preview: Desk['preview'] = async (path) => {
    answerWith(path);
    const { preview: seen } = await ask('exchange.choose', {});
    if (seen === null) throw new Error('no package was chosen');
    return seen;
  };
  return {
    ...served,
    folder,
    give: async (ids) => {
      const { reports } = await ask('reports.list', {});
      packages += 1;
      const path = join(folder, `${packages}.zhenjian-package`);
      answerWith(path);
      await ask('exchange.export', { ids: [...(ids ?? reports.map(({ id }) => id))], title: '' });
      return path;
    },
    preview,
    take: async (path) => {
      const { packageId } = await preview(path);
      return ask('exchange.merge', { packageId });
    },
    end: async () => {
      await served.close();
      removeFolder(folder);
    },
  };
}

/** Imports a text as it is pasted. Answers the id of its report. */
export async function paste({ ask }: Served, text: string): Promise<string> {
  const { previewId } = await ask('imports.preview', { source: { kind: 'pasted', text } });
  const { outcomes } = await ask('imports.commit', { previewId, include: [0] });
  return outcomes[0]?.documentIds[0] ?? '';
}

/** An invented report of a few sentences. */
export function reportOf(town: string, work = '改厕'): string {
  const body = Array.from(
    { length: 12 },
    (_, n) => `${town}全年${work}${n + 3}处，投资${n + 10}万元。`,
  );
  return `2023年${town}镇政府工作报告\n各位代表：\n一、2022年工作回顾\n${body.join('\n')}`;
}

/** The bytes in a folder that nothing can be written to, as on a stick with its lock shut. */
export function onLockedStick(bytes: Uint8Array): string {
  const folder = makeFolder();
  const path = join(folder, '别处来的.zhenjian-package');
  writeFileSync(path, bytes);
  chmodSync(path, 0o444);
  chmodSync(folder, 0o555);
  return path;
}

/** As many packages beside a library as it has not taken yet. Each holds one report and one note. */
export async function makePackages(folder: string, count: number): Promise<void> {
  const desk = openDesk();
  for (let n = 0; n < count; n += 1) {
    const documentId = await paste(desk, reportOf(`并入${n}`));
    await desk.ask('annotations.create', { documentId, start: 1, end: 9, note: `并入批注${n}` });
    copyFileSync(await desk.give([documentId]), packagePath(folder, n));
  }
  await desk.end();
}

export function packagePath(folder: string, n: number): string {
  return join(folder, `${n}.zhenjian-package`);
}
