import { existsSync, writeSync } from 'node:fs';
import { packagePath } from './exchanging.ts';
import { serve } from './served.ts';

/*
 * Writes to a library as fast as it can until it is killed, and says each thing on stdout once the
 * answer to its request has come. `restore` restores a backup over and over instead; `normal` writes
 * without waiting for the disk, as the app must never do; `merge` takes in the packages beside the library,
 * and nothing else; `delete` deletes for good what is in the trash, in every copy too, and ends as if killed.
 */

const [folder = '', mode, backup = ''] = process.argv.slice(2);
const served = serve(folder);
const { home } = served.library.context;
if (mode === 'normal') home.library.connection.pragma('synchronous = NORMAL');
const acknowledge = (kind: string, value: string) => writeSync(1, `${kind} ${value}\n`);
const { reports } = await served.ask('reports.list', {});
const documentId = reports[0]?.id ?? '';
acknowledge('ready', 'now');

if (mode === 'restore') {
  served.answerWith(backup);
  for (;;) {
    await served.ask('library.restore', {});
    acknowledge('restored', 'now');
  }
}

const merge = async (n: number) => {
  served.answerWith(packagePath(folder, n));
  const { preview } = await served.ask('exchange.choose', {});
  await served.ask('exchange.merge', { packageId: preview?.packageId ?? '' });
  acknowledge('merged', String(n));
};

if (mode === 'merge') {
  for (let n = 0; existsSync(packagePath(folder, n)); n += 1) await merge(n);
  for (;;) await served.ask('library.status', {});
}

if (mode === 'delete') {
  const trash = await served.ask('trash.list', {});
  const choice = { reports: trash.reports.map(({ id }) => id), notes: [] };
  const { copies } = await served.ask('trash.copies', choice);
  await served.ask('trash.deleteForGood', { ...choice, copies: copies.map(({ id }) => id) });
  process.kill(process.pid, 'SIGKILL');
}

const { draft } = await served.ask('drafts.begin', {
  ...{ town: `${process.pid}镇`, planYear: 2027, basisId: null },
});

for (let n = 0; ; n += 1) {
  const note = `${process.pid}-${n}`;
  const { annotation } = await served.ask('annotations.create', {
    documentId,
    start: n % 500,
    end: (n % 500) + 9,
    note,
  });
  acknowledge('note', note);
  if (n % 7 === 3) {
    await served.ask('annotations.update', { id: annotation.id, note: `${note}-改` });
    acknowledge('changed', note);
  }
  if (n % 11 === 5) {
    const spec = { title: `草稿${note}`, documents: [documentId] };
    await served.ask('briefs.save', { id: null, spec });
    acknowledge('brief', note);
  }
  if (n % 5 === 1) {
    const text = `第${note}稿`;
    const blocks = [{ kind: 'paragraph' as const, level: 0, text, source: null }];
    await served.ask('drafts.save', { id: draft.id, title: draft.title, blocks });
    acknowledge('draft', note);
  }
  if (n % 25 === 6) {
    await served.ask('drafts.keepVersion', { id: draft.id, name: `第${note}版` });
    acknowledge('version', note);
  }
  if (n % 40 === 20) {
    const text = `2023年${note}镇政府工作报告\n各位代表：\n一、工作回顾\n全年改厕${n}户。`;
    const preview = await served.ask('imports.preview', { source: { kind: 'pasted', text } });
    await served.ask('imports.commit', { previewId: preview.previewId, include: [0] });
    acknowledge('report', note);
  }
  if (n % 90 === 60) home.snapshotChanges('idle');
}
