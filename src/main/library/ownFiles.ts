import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { RequestFailure } from '../../shared/contract/failure.ts';
import type { HostPort } from '../bridge/context.ts';

/** Relative to the library's folder: what the program itself writes there. */
const OWN =
  /^(?:library\.(?:zhenjian(?:-wal|-shm)?|count)|(?:snapshots|set-aside|logs)(?:\/.*)?)$/iu;

/** The same dialogs, in which no file of the library's own can be chosen to be written over. */
export function sparingOwnFiles(host: HostPort, libraryDir: string): HostPort {
  return {
    ...host,
    chooseFileToSave: async (suggestion) => {
      const path = await host.chooseFileToSave(suggestion);
      if (path === null || !isOwn(path, libraryDir)) return path;
      throw new RequestFailure(
        'own-file',
        '这是资料库自己的文件，不能写在它上面，没有改动任何文件。请另选一个位置或名字。',
      );
    },
  };
}

function isOwn(path: string, libraryDir: string): boolean {
  const inside = relative(realFolder(libraryDir), join(realFolder(dirname(path)), basename(path)));
  return OWN.test(inside.split(sep).join('/'));
}

/** Whatever links lead to it. */
function realFolder(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}
