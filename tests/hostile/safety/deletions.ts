import { once } from 'node:events';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesWith } from '../../fixtures/filesWith.ts';
import { paste } from './exchanging.ts';
import { startWriter } from './kills.ts';
import { readRecording } from './recording.ts';
import { makeFolder, makeTemplate, removeFolder, seeded, serve } from './served.ts';
import { compileShim, watched } from './shim.ts';

export interface DeletionFigures {
  kills: number;
  /** Still in the trash, whole; and gone to the last byte once nobody works. */
  before: number;
  after: number;
  /** Neither: out of the trash with a byte left somewhere, or not sound any more. */
  halves: number;
}

const SECRET = '涉密水库加固';

/**
 * Kills a program that deletes a report for good, with a snapshot that holds it, at each of its changes of
 * the disk in turn with that write done by half. Null where there is no C compiler.
 */
export async function runKilledDeletions(
  kills: number,
  seed = 31,
): Promise<DeletionFigures | null> {
  const shim = compileShim();
  if (shim === null) return null;
  const random = seeded(seed);
  const template = await makeTrash();
  const changes = await countChanges(shim, template);
  const figures = { kills, before: 0, after: 0, halves: 0 };
  for (let n = 0; n < kills; n += 1) {
    const folder = makeFolder();
    cpSync(template, folder, { recursive: true });
    const dieAt = 1 + Math.floor(((n + random()) / kills) * changes);
    await deleteUntilKilled(folder, watched(shim, folder, { ZJ_DIE_AT: String(dieAt) }));
    figures[await judge(folder)] += 1;
    removeFolder(folder);
  }
  removeFolder(template);
  return figures;
}

/** A library with a snapshot, from which a report was removed since. */
async function makeTrash(): Promise<string> {
  const folder = await makeTemplate({ notes: 4, sample: false });
  const served = serve(folder);
  const body = `全年${SECRET}三处。`.repeat(60);
  const id = await paste(served, `2023年丙川镇政府工作报告\n各位代表：\n一、工作回顾\n${body}`);
  served.library.context.home.snapshotChanges('idle');
  await served.ask('reports.remove', { id });
  await served.close();
  return folder;
}

async function countChanges(shim: string, template: string): Promise<number> {
  const folder = makeFolder();
  cpSync(template, folder, { recursive: true });
  const place = mkdtempSync(join(tmpdir(), 'zhenjian-record-'));
  const path = join(place, 'record');
  await deleteUntilKilled(folder, watched(shim, folder, { ZJ_RECORD: path }));
  const { length } = readRecording(path);
  removeFolder(place);
  removeFolder(folder);
  return length;
}

/** The program ends itself as a kill ends it, once it has deleted. */
async function deleteUntilKilled(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { child, begun } = await startWriter({ folder, mode: 'delete', env });
  begun.catch(() => undefined);
  await once(child, 'close');
}

async function judge(folder: string): Promise<'before' | 'after' | 'halves'> {
  const served = serve(folder);
  try {
    const { reports } = await served.ask('trash.list', {});
    if (!(await served.ask('library.verify', {})).sound) return 'halves';
    const [removed] = reports;
    if (removed !== undefined) {
      await served.ask('reports.restore', { id: removed.id });
      const { text } = await served.ask('reports.get', { id: removed.id });
      return text.split(SECRET).length === 61 ? 'before' : 'halves';
    }
    served.library.context.home.snapshotChanges('idle');
    return filesWith(SECRET, folder).length === 0 ? 'after' : 'halves';
  } catch {
    return 'halves';
  } finally {
    await served.close();
  }
}
