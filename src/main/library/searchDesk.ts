import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outcome } from '../../shared/contract/failure.ts';
import { routes } from '../../shared/contract/routes.ts';
import type { SearchContext } from '../bridge/context.ts';
import { type SearchQuestion, searchQuestions } from '../bridge/handlers/searchQuestions.ts';
import { Overtaken } from '../search/index.ts';
import { type Connection, openConnection } from '../store/connection.ts';
import { readSetting } from '../store/settings.ts';
import { synonymsSchema } from './knowledge.ts';
import { createLibrarySearch } from './librarySearch.ts';
import { once } from './once.ts';
import { LIBRARY_FILE, NEWEST_VERSION } from './openLibrary.ts';
import type { LibraryPlaces } from './serve.ts';

export interface SearchDesk {
  /** Null where the library's own thread has to answer: the file is not there, or not as it should be. */
  answer(
    name: SearchQuestion,
    input: unknown,
    isOvertaken: () => boolean,
  ): Promise<Outcome<unknown> | null>;
  /** Lets go of the file; the next question opens it again. */
  release(): void;
}

const OVERTAKEN: Outcome<never> = {
  ok: false,
  failure: { code: 'overtaken', message: '已有更新的检索，这一次没有做完。' },
};

interface OpenFile {
  connection: Connection;
  /** Which file it is: another may be put in its place. */
  file: number;
  search: SearchContext['search'];
}

const topicsSchema = z.array(z.object({ id: z.string(), name: z.string() }));

/**
 * Answers the questions of a search on a connection of its own that cannot write, beside whoever writes
 * to the library. Nothing is put right here: whatever is odd is left to the library's own thread.
 */
export function openSearchDesk({ libraryDir, resourcesDir }: LibraryPlaces): SearchDesk {
  const path = join(libraryDir, LIBRARY_FILE);
  let open: OpenFile | undefined;
  let isOvertaken = () => false;
  const interrupt = () => {
    if (isOvertaken()) throw new Overtaken();
  };

  function release(): void {
    open?.connection.close();
    open = undefined;
  }

  function openFile(): OpenFile | undefined {
    const file = statSync(path, { throwIfNoEntry: false })?.ino;
    if (open !== undefined && open.file === file) return open;
    release();
    if (file === undefined) return undefined;
    const connection = openConnection(path, { readonly: true });
    if (connection.pragma('user_version', { simple: true }) !== NEWEST_VERSION) {
      connection.close();
      return undefined;
    }
    const { search } = createLibrarySearch(connection, interrupt);
    open = { connection, file, search };
    return open;
  }

  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(resourcesDir, 'vocabulary', name), 'utf8'));
  const knowledge = once(async () => ({
    report: { topics: topicsSchema.parse(await read('topics.json')) },
    synonyms: synonymsSchema.parse(await read('synonyms.json')).groups,
  }));

  return {
    release,
    answer: async (name, input, overtaken) => {
      const parsed = routes[name].input.safeParse(input);
      if (!parsed.success) return null;
      isOvertaken = overtaken;
      try {
        interrupt();
        const library = openFile();
        if (library === undefined) return null;
        const context: SearchContext = {
          search: library.search,
          knowledge,
          store: { readSetting: async (setting) => readSetting(library, setting) },
        };
        // The list types each handler by its own route; a name known only at run time needs the plain form.
        const handle = searchQuestions[name] as (c: SearchContext, i: unknown) => Promise<unknown>;
        return { ok: true, value: await handle(context, parsed.data) };
      } catch (error) {
        if (error instanceof Overtaken) return OVERTAKEN;
        release();
        return null;
      }
    },
  };
}
