import { constants, type Dirent } from 'node:fs';
import { access, lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  displayName,
  failureOfSystemError,
  IngestError,
  type IngestFailure,
  ingestFailure,
} from './failures.ts';
import { resolveWithin } from './openSource.ts';

export interface SourceFile {
  path: string;
  /** For showing: cleaned of control characters, relative to the chosen folder. */
  name: string;
  /** Bytes. */
  size: number;
}

export interface SourceFailure {
  path: string;
  name: string;
  failure: IngestFailure;
}

export interface Sources {
  files: SourceFile[];
  failures: SourceFailure[];
}

const DEEPEST_FOLDER = 16;
const MOST_FILES = 20_000;

/** Left by systems and editors beside documents: “~$报告.docx” is Word’s lock, not a report. */
const LITTER = /^(?:\..*|~\$.*|~.*\.tmp|thumbs\.db|desktop\.ini|__MACOSX)$/i;

/**
 * The files that chosen paths stand for: a file is itself, a folder all the files in and below it, sorted.
 *
 * Never throws: what cannot be listed or read (missing, no permission, in use, a link that leads out of the
 * folder, 0 bytes) becomes a failure of its own. Linked folders are not entered, pipes and devices not offered.
 */
export async function listSources(paths: readonly string[]): Promise<Sources> {
  const sources: Sources = { files: [], failures: [] };
  for (const path of paths) {
    const name = displayName(basename(path));
    await attempt(sources, path, name, async () => {
      const status = await lstat(path);
      if (status.isDirectory()) await listFolder(path, name, 0, sources);
      else await addFile(path, dirname(path), name, sources);
    });
  }
  return sources;
}

async function attempt(
  sources: Sources,
  path: string,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const failure =
      error instanceof IngestError
        ? ingestFailure(error.code, name, error.detail)
        : failureOfSystemError(error, name);
    sources.failures.push({ path, name, failure });
  }
}

async function listFolder(
  folder: string,
  name: string,
  depth: number,
  sources: Sources,
  root = folder,
): Promise<void> {
  if (depth > DEEPEST_FOLDER) {
    throw new IngestError('too-many-files', `文件夹超过 ${DEEPEST_FOLDER} 层`);
  }
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort(byName);
  for (const entry of entries) {
    if (LITTER.test(entry.name)) continue;
    if (sources.files.length >= MOST_FILES) {
      throw new IngestError('too-many-files', `一次最多 ${MOST_FILES} 个`);
    }
    const path = join(folder, entry.name);
    const shown = `${name}/${displayName(entry.name)}`;
    await attempt(sources, path, shown, async () => {
      if (entry.isDirectory()) await listFolder(path, shown, depth + 1, sources, root);
      else await addFile(path, root, shown, sources);
    });
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

async function addFile(
  path: string,
  folder: string,
  name: string,
  sources: Sources,
): Promise<void> {
  const real = await resolveWithin(path, folder);
  const status = await stat(real);
  if (status.isDirectory()) throw new IngestError('link-not-followed');
  if (!status.isFile()) {
    throw new IngestError('unreadable-file', '这是设备或管道，不是普通文件');
  }
  if (status.size === 0) throw new IngestError('empty-file');
  await access(real, constants.R_OK);
  sources.files.push({ path: real, name, size: status.size });
}
