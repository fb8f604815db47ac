import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What marks the fuses inside Electron's binary: the same words in every build of it. */
const FUSES_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_VERSION = 1;
/** Electron 45 has nine, '0' off or '1' on; here all stand the other way round from the packed ones. */
const FUSES = '101100010';

/**
 * A folder shaped like Electron's own distribution, with files that hold nothing and a program that
 * cannot run: enough for electron-builder to lay out a package, rename, prune languages and set fuses.
 */
export function makeStandInDist(folder: string, program: 'electron' | 'electron.exe'): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  writeFileSync(
    join(folder, program),
    Buffer.concat([
      Buffer.from('not runnable\n'),
      Buffer.from(FUSES_MARK),
      Buffer.from([FUSES_VERSION, FUSES.length]),
      Buffer.from(FUSES),
    ]),
    { mode: 0o755 },
  );
  for (const language of ['de', 'en-US', 'fr', 'zh-CN', 'zh-TW']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  }
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox']) {
    writeFileSync(join(folder, file), '');
  }
  return folder;
}
