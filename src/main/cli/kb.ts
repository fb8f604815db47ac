import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { RequestFailure } from '../../shared/contract/failure.ts';
import { openReader } from '../ingest/readInWorker.ts';
import { serveLibrary } from '../library/serve.ts';
import { parseCall } from './arguments.ts';
import { CallError } from './callError.ts';
import { commands } from './commands.ts';
import { createHostPrinter } from './hostPrinter.ts';

/*
 * kb, the headless client: the window's own handlers from a terminal. One JSON document on stdout;
 * exit code 0 when done, 1 when it failed, 2 when it was called wrongly.
 */

const projectDir = join(import.meta.dirname, '..', '..', '..');

process.exitCode = await run(process.argv.slice(2));

async function run(argv: string[]): Promise<number> {
  const reader = openReader();
  try {
    const call = parseCall(argv);
    const command = Object.hasOwn(commands, call.command) ? commands[call.command] : undefined;
    if (command === undefined) throw new CallError(`没有“${call.command}”这个命令。`);
    let savePath: string | null = null;
    let openPath: string | null = null;
    const library = serveLibrary(
      {
        libraryDir: call.options.library ?? defaultLibraryDir(),
        resourcesDir: join(projectDir, 'resources'),
        fontsDir: join(projectDir, 'node_modules'),
      },
      {
        reader,
        host: {
          chooseFilesToOpen: async () =>
            openPath === null ? [] : [{ path: openPath, name: basename(openPath), size: 0 }],
          chooseFileToSave: async () => savePath,
          chooseFolder: async () => null,
        },
        print: createHostPrinter(projectDir),
        emit: () => undefined,
      },
      () => new Date().toISOString(),
    );
    const saveTo = (path: string) => {
      savePath = path;
    };
    const openFrom = (path: string) => {
      openPath = path;
    };
    try {
      print(await command({ library, saveTo, openFrom }, call));
      return 0;
    } finally {
      await library.close();
    }
  } catch (error) {
    return report(error);
  } finally {
    await reader.close();
  }
}

function report(error: unknown): number {
  if (error instanceof CallError || error instanceof RequestFailure) {
    print({ code: error.code, message: error.message });
    return error instanceof CallError || error.code === 'malformed-request' ? 2 : 1;
  }
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${detail}\n`);
  print({ code: 'internal', message: '程序内部出错，这一步没有完成。已保存的资料不受影响。' });
  return 1;
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** The library the window opens when nobody names another: Electron's own place for the app's data. */
function defaultLibraryDir(): string {
  const home = homedir();
  const base =
    process.platform === 'win32'
      ? (process.env.APPDATA ?? join(home, 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (process.env.XDG_CONFIG_HOME ?? join(home, '.config'));
  return join(base, 'zhenjian', 'library');
}
