import type { ImportOutcome } from '../../../shared/contract/routes/imports.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import { understand } from '../../library/understand.ts';
import type { HandlerContext } from '../context.ts';
import { commitFile } from './commitFile.ts';
import { SAMPLE_SETTING } from './first.ts';

type Routes = 'library.openSample' | 'library.removeSample' | 'library.declineSample';

export const libraryHandlers: Handlers<HandlerContext, Routes> = {
  'library.openSample': async (context) => {
    const { store } = context;
    const restored = await store.restoreSample();
    const outcomes =
      restored.length > 0 ? restored.map(restoredOutcome) : await importSample(context);
    await store.writeSetting(SAMPLE_SETTING, 'opened');
    context.emit({ type: 'library.changed' });
    return { outcomes };
  },
  'library.removeSample': async (context) => {
    context.home.takeSnapshot('before-removal');
    const removed = await context.store.removeSample();
    await context.store.writeSetting(SAMPLE_SETTING, 'declined');
    context.emit({ type: 'library.changed' });
    return { removed };
  },
  'library.declineSample': async ({ store, emit }) => {
    await store.writeSetting(SAMPLE_SETTING, 'declined');
    emit({ type: 'library.changed' });
    return {};
  },
};

async function importSample(context: HandlerContext): Promise<ImportOutcome[]> {
  const file = understand(
    {
      name: '样例库',
      text: await context.readSample(),
      format: 'txt',
      encoding: 'utf-8',
      discarded: [],
      notices: [],
    },
    await context.knowledge(),
  );
  return commitFile(context, file, { include: new Set(file.documents.keys()), fromSample: true });
}

function restoredOutcome(id: string): ImportOutcome {
  return {
    name: '样例库',
    status: 'imported',
    documentIds: [id],
    code: null,
    message: '已从移除的样例还原。',
  };
}
