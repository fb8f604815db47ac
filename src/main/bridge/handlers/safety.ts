import { basename } from 'node:path';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { safetyRoutes } from '../../../shared/contract/routes/safety.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import { isPackage } from '../../library/exchange/packageFile.ts';
import type { HandlerContext } from '../context.ts';
import { bringBack } from './bringBack.ts';
import type { FirstQuestion } from './first.ts';
import { listSnapshots } from './snapshotList.ts';
import { writeExport } from './writeExport.ts';

type Routes = Exclude<keyof typeof safetyRoutes, FirstQuestion>;

export const safetyHandlers: Handlers<HandlerContext, Routes> = {
  'library.backup': async ({ home, host, now }) => {
    const name = `镇鉴备份${now().slice(0, 10)}`;
    const path = await host.chooseFileToSave({ name, extension: 'zhenjian-backup' });
    if (path === null) return { fileName: null, reportCount: 0, annotationCount: 0 };
    return { fileName: basename(path), ...home.backup(path) };
  },
  'library.restore': async (context) => {
    const { home, host, emit } = context;
    const [file] = await host.chooseFilesToOpen('backup');
    if (file === undefined) return { restored: null, broughtBack: null };
    const restored = home.restore(file.path);
    const broughtBack = await bringBack(context);
    emit({ type: 'library.changed' });
    return { restored, broughtBack };
  },
  'library.listSnapshots': async ({ home }) => ({
    snapshots: listSnapshots(home),
    secondFolder: home.trouble === null ? home.secondFolder : null,
  }),
  'library.restoreSnapshot': async (context, { id }) => {
    const { home, emit } = context;
    const restored = home.restoreSnapshot(id);
    const broughtBack = await bringBack(context);
    emit({ type: 'library.changed' });
    return { restored, broughtBack };
  },
  'library.verify': async ({ home }) => home.verify(),
  'library.reopen': async ({ home, emit }) => {
    home.reopen();
    emit({ type: 'library.changed' });
    return {};
  },
  'library.openAsIs': async ({ home, emit }) => {
    home.openAsIs();
    emit({ type: 'library.changed' });
    return {};
  },
  'library.offeredBackup': async ({ home, offered: { path } }) => {
    if (path === null || isPackage(path)) return { offer: null };
    const fileName = basename(path);
    try {
      return { offer: { fileName, counts: home.inspectBackup(path), problem: null } };
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      return { offer: { fileName, counts: null, problem: error.message } };
    }
  },
  'library.answerOffer': async (context, { restore }) => {
    const { home, offered, emit } = context;
    const { path } = offered;
    offered.path = null;
    const restored = restore && path !== null ? home.restore(path) : null;
    const broughtBack = await bringBack(context);
    emit({ type: 'library.changed' });
    return { restored, broughtBack };
  },
  'library.startAnew': async (context) => {
    const { home, emit } = context;
    if (home.trouble === null) {
      throw new RequestFailure('library-open', '资料库好好的，没有新建。');
    }
    home.startAnew();
    const broughtBack = await bringBack(context);
    emit({ type: 'library.changed' });
    return { broughtBack };
  },
  'library.chooseSecondFolder': async ({ home, host }) => {
    const path = await host.chooseFolder();
    if (path !== null) home.setSecondFolder(path);
    return { secondFolder: home.secondFolder };
  },
  'library.diagnosis': async ({ describeForHelp }) => ({ text: describeForHelp() }),
  'library.saveDiagnosis': async ({ describeForHelp, host, now }) => {
    const name = `镇鉴诊断${now().slice(0, 10)}`;
    const path = await host.chooseFileToSave({ name, extension: 'txt' });
    if (path === null) return { fileName: null };
    // With a mark of its coding, so that the notepad of any Windows reads it.
    const bytes = new TextEncoder().encode(`\ufeff${describeForHelp()}`);
    return { fileName: await writeExport(path, bytes) };
  },
  'library.dropSecondFolder': async ({ home }) => {
    home.setSecondFolder(null);
    return {};
  },
};
