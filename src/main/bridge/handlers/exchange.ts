import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import type {
  exchangeRoutes,
  Merged,
  PackagePreview,
} from '../../../shared/contract/routes/exchange.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import {
  isPackage,
  PACKAGE_EXTENSION,
  readPackage,
  writePackage,
} from '../../library/exchange/packageFile.ts';
import { understandDocument } from '../../library/understand.ts';
import type { MarkedReport, MergeSummary } from '../../store/exchange/part.ts';
import type { NewReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { readSettings } from './settings.ts';
import { writeExport } from './writeExport.ts';

/** As it is kept: notes by id, for they may be changed since. */
type MergeRecord = Omit<Merged, 'conflicts'> & Pick<MergeSummary, 'conflicts'>;

const MERGES = 'merges';
const MOST_MERGES = 20;

export const exchangeHandlers: Handlers<HandlerContext, keyof typeof exchangeRoutes> = {
  'exchange.export': async ({ store, host, now }, { ids, title }) => {
    const { part, leftOut } = await store.exchange.gather(ids);
    const { author } = await readSettings(store);
    const counts = {
      reportCount: part.reports.length,
      noteCount: part.reports.reduce((sum, { notes }) => sum + notes.length, 0),
      leftOut,
    };
    if (counts.reportCount === 0) {
      throw new RequestFailure('nothing-to-export', '选的资料已不在资料库里，没有导出。');
    }
    const about = { title: title || `${counts.reportCount} 篇资料`, author, createdAt: now() };
    const { bytes, digest } = await writePackage(part, about);
    const name = `镇鉴交换包${now().slice(0, 10)}`;
    const path = await host.chooseFileToSave({ name, extension: PACKAGE_EXTENSION });
    const fileName = path === null ? null : await writeExport(path, bytes);
    return { fileName, digest, ...counts };
  },
  'exchange.choose': async (context) => {
    const [file] = await context.host.chooseFilesToOpen('package');
    return { preview: file === undefined ? null : await look(context, file.path) };
  },
  'exchange.offered': async (context) => {
    const { path } = context.offered;
    if (path === null || !isPackage(path)) return { offer: null };
    const fileName = basename(path);
    try {
      return { offer: { fileName, preview: await look(context, path), problem: null } };
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      return { offer: { fileName, preview: null, problem: error.message } };
    }
  },
  'exchange.decline': async ({ offered, looked, emit }) => {
    offered.path = null;
    looked.package = null;
    emit({ type: 'library.changed' });
    return {};
  },
  'exchange.merge': async (context, { packageId }) => {
    const { looked, emit, now } = context;
    const found = looked.package;
    if (found?.id !== packageId) {
      throw new RequestFailure('no-package', '这个交换包要重新选一次，资料库没有改动。');
    }
    const { reports, manifest, digest } = found;
    const about = { title: manifest.title, author: manifest.author, digest, mergedAt: now() };
    const { record, snapshotId } = await mergeReports(context, reports, about);
    context.offered.path = null;
    looked.package = null;
    emit({ type: 'library.changed' });
    const [merged] = await withNotes(context.store, [record]);
    return { merged: merged as Merged, snapshotId };
  },
  'exchange.merges': async ({ store }) => ({
    merges: await withNotes(store, await readMerges(store)),
  }),
};

/**
 * Takes reports in with all that belongs to them, whole or not at all, and keeps a record of it.
 *
 * @param takeSnapshot before anything changes, the way back.
 * @returns the record, and the snapshot taken before; null where nothing was changed.
 */
export async function mergeReports(
  { store, home, knowledge }: Pick<HandlerContext, 'store' | 'home' | 'knowledge'>,
  reports: readonly MarkedReport[],
  about: Pick<MergeRecord, 'title' | 'author' | 'digest' | 'mergedAt'>,
  takeSnapshot = () => home.takeSnapshot('before-merge'),
): Promise<{ record: MergeRecord; snapshotId: string | null }> {
  const before = await store.exchange.preview(reports);
  const understood = await understandComing({ knowledge }, reports, before);
  const snapshotId = before.changes ? takeSnapshot() : null;
  const { author } = await readSettings(store);
  const earlier = await readMerges(store);
  const recordOf = ({ reports: counts, notes, kept, conflicts }: MergeSummary): MergeRecord => ({
    ...about,
    ...{ reports: counts, notes, kept, conflicts },
  });
  const summary = await store.exchange.merge(reports, understood, author, (done) => ({
    name: MERGES,
    value: [recordOf(done), ...earlier].slice(0, MOST_MERGES),
  }));
  if (summary === undefined) {
    throw new RequestFailure('library-changed', '资料库刚刚改动过，没有并入。请再试一次。');
  }
  return { record: recordOf(summary), snapshotId };
}

/** Reads a package and tells what merging it would do. @throws RequestFailure for one that is refused. */
async function look(
  { looked, store }: Pick<HandlerContext, 'looked' | 'store'>,
  path: string,
): Promise<PackagePreview> {
  const contents = await readPackage(path);
  const { digest, manifest, reports } = contents;
  const summary = await store.exchange.preview(reports);
  const { standings, kept, changes } = summary;
  const id = randomUUID();
  looked.package = { ...contents, id };
  const { title, author, createdAt } = manifest;
  return {
    ...{ packageId: id, title, author, createdAt, digest, changes, kept },
    ...{ reports: summary.reports, notes: summary.notes },
    standings,
  };
}

/** Finds anew what there is to find in the reports that are not here: nothing found is taken on trust. */
async function understandComing(
  { knowledge }: Pick<HandlerContext, 'knowledge'>,
  reports: readonly MarkedReport[],
  { standings }: MergeSummary,
): Promise<Map<string, NewReport>> {
  const known = await knowledge();
  const understood = new Map<string, NewReport>();
  for (const [at, report] of reports.entries()) {
    if (!['fresh', 'other-text'].includes(standings[at]?.standing ?? '')) continue;
    understood.set(report.id, understandDocument(report, report.sourceName, known));
    // Other requests need not wait for all of them.
    await setImmediate();
  }
  return understood;
}

async function readMerges(store: HandlerContext['store']): Promise<MergeRecord[]> {
  return ((await store.readSetting(MERGES)) ?? []) as MergeRecord[];
}

async function withNotes(
  store: HandlerContext['store'],
  records: readonly MergeRecord[],
): Promise<Merged[]> {
  const notes = new Map((await store.listAnnotations()).map((note) => [note.id, note]));
  return records.map(({ conflicts, ...record }) => ({
    ...record,
    conflicts: conflicts.map(({ mine, theirs }) => ({
      mine: notes.get(mine) ?? null,
      theirs: notes.get(theirs) ?? null,
    })),
  }));
}
