import { join } from 'node:path';
import { ServedDesk } from '../../../../tests/fixtures/servedLibrary.ts';
import type { DraftBlock } from '../../../shared/draft/blocks.ts';

/** A served library with the sample in it; `file` is where every dialog saves to and opens from. */
export async function openDraftLibrary() {
  const desk = new ServedDesk();
  const { ask, restart, close } = desk;
  const file = join(desk.folder, '清单.xlsx');
  desk.answer = file;
  await ask('library.openSample', {});
  return {
    file,
    ask,
    restart,
    reportOf: async (town: string) => {
      const { reports } = await ask('reports.list', {});
      const report = reports.find(({ title }) => title === `2019年${town}政府工作报告`);
      if (!report) throw new Error(town);
      return report;
    },
    close,
  };
}

export type DraftLibrary = Awaited<ReturnType<typeof openDraftLibrary>>;

export function own(text: string): DraftBlock {
  return { kind: 'paragraph', level: 0, text, source: null };
}
