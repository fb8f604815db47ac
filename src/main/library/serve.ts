import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, RequestFailure } from '../../shared/contract/failure.ts';
import type { HandlerContext } from '../bridge/context.ts';
import { createDispatch, type Dispatch, type Served } from '../bridge/dispatch.ts';
import { firstHandlers } from '../bridge/handlers/first.ts';
import { PreviewShelf } from '../bridge/previewShelf.ts';
import { RunningTasks } from '../bridge/runningTasks.ts';
import { readBundledFonts } from '../export/bundledFonts.ts';
import { explainFileError } from '../store/backup/libraryTrouble.ts';
import { describeForHelp } from './diagnosis.ts';
import { LibraryHome } from './libraryHome.ts';
import { once } from './once.ts';
import { describeUnexpected, OperationLog } from './operationLog.ts';
import { sparingOwnFiles } from './ownFiles.ts';

export interface ServedLibrary {
  dispatch: Dispatch;
  context: HandlerContext;
  close: () => Promise<void>;
}

const REPLACED = new RequestFailure(
  'library-replaced',
  '资料库刚刚还原过，这一步没有完成。请在还原后的资料库里再做一次。',
);

/** Where the library and the shipped files are; absolute paths. */
export interface LibraryPlaces {
  libraryDir: string;
  resourcesDir: string;
  /** Holds the bundled faces, laid out as their npm packages are. */
  fontsDir: string;
  /** For whoever is asked for help. */
  appVersion?: string;
}

/**
 * Opens a library and answers requests on it: the same for the window's worker, the command line and
 * the tests, which differ only in the ports they bring. Where the file cannot be used, every request
 * that needs it is answered with the reason, and those that put things right still work.
 */
export function serveLibrary(
  places: LibraryPlaces,
  ports: Pick<HandlerContext, 'host' | 'print' | 'reader' | 'emit'>,
  now: () => string,
): ServedLibrary {
  const log = new OperationLog(join(places.libraryDir, 'logs'), now);
  const home = new LibraryHome(places.libraryDir, { now }, log, () =>
    ports.emit({ type: 'library.changed' }),
  );
  const knowledge = once(async () =>
    (await import('./knowledge.ts')).loadKnowledge(places.resourcesDir),
  );
  const context: HandlerContext = {
    ...ports,
    host: sparingOwnFiles(ports.host, places.libraryDir),
    home,
    // Read anew at every request: a restore puts another library in this one's place.
    get store() {
      return home.library.store;
    },
    get search() {
      return home.library.search;
    },
    knowledge,
    understanding: async (fileCount) => {
      const { openUnderstandingPool } = await import('./understandingPool.ts');
      return openUnderstandingPool(fileCount, knowledge, places.resourcesDir);
    },
    fonts: once(() => readBundledFonts(places.fontsDir, join(places.resourcesDir, 'fonts'))),
    previews: new PreviewShelf(),
    offered: { path: null },
    looked: { package: null },
    tasks: new RunningTasks(),
    readSample: () => readFile(join(places.resourcesDir, 'sample', 'weifang-reports.txt'), 'utf8'),
    now,
    describeForHelp: () => {
      const { libraryDir: folder, appVersion = '' } = places;
      return describeForHelp(home, log, { folder, appVersion, now: now() });
    },
  };
  const explain = (error: unknown) => explainStorageError(error, home);
  const all = once(loadAll);
  let unexpected: ReturnType<typeof describeUnexpected> | undefined;
  const dispatch = createDispatch(
    context,
    { first: firstHandlers, all },
    explain,
    (_route, error) => {
      unexpected = describeUnexpected(error);
    },
  );
  return {
    context,
    dispatch: async (name, input) => {
      home.watchFile();
      const startedAt = performance.now();
      const outcome = await dispatch(name, input);
      home.noteOperations();
      log.write({
        // A name that is no route is anybody's words.
        what: isKnown(name, outcome) ? name : 'unknown route',
        milliseconds: performance.now() - startedAt,
        ...(outcome.ok ? {} : { code: outcome.failure.code }),
        ...(outcome.ok || outcome.failure.code !== 'internal' ? {} : unexpected),
      });
      return outcome;
    },
    close: async () => {
      home.close();
      log.flush();
    },
  };
}

/** What SQLite says of the file, for the person; a damaged or vanished file is not used any further. */
function explainStorageError(error: unknown, home: LibraryHome): RequestFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/database connection is not open/u.test(error.message)) return REPLACED;
  if (!('code' in error) || !String(error.code).startsWith('SQLITE_')) return undefined;
  const trouble = explainFileError(error);
  if (trouble?.code === 'damaged') home.giveUp(trouble);
  return trouble;
}

async function loadAll(): Promise<Served<HandlerContext>> {
  const [{ handlers }, { routes }] = await Promise.all([
    import('../bridge/handlers/all.ts'),
    import('../../shared/contract/routes.ts'),
  ]);
  return { handlers, routes };
}

function isKnown(name: unknown, outcome: Outcome<unknown>): name is string {
  return typeof name === 'string' && (outcome.ok || outcome.failure.code !== 'unknown-route');
}
