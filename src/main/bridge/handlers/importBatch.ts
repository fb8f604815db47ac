import type { Failure } from '../../../shared/contract/failure.ts';
import type { BatchedFile, ImportOutcome } from '../../../shared/contract/routes/imports.ts';
import type { SourceFile, Sources } from '../../ingest/sources.ts';
import type { UnderstoodFile } from '../../library/understand.ts';
import type { UnderstandingPool } from '../../library/understandingPool.ts';
import type { NewReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { commitFiles } from './commitFiles.ts';
import { noBody } from './understandOutcome.ts';

/**
 * Files that are read and understood while those before them are stored, and their bytes together. More than
 * are stored in one go: the threads must not run out of texts meanwhile.
 */
const FILES_AHEAD = 128;
const BYTES_AHEAD = 16_000_000;

/** Stored in one go: never more than this many files or characters, and never later than this. */
const MOST_TOGETHER = 64;
const MOST_CHARACTERS = 400_000;
const LONGEST_WAIT_MILLISECONDS = 400;
/** While the last are stored there is nothing left to understand: few of them, but not one by one. */
const FEWEST_AT_THE_END = 8;

type Understood = { file: UnderstoodFile<NewReport> } | { failure: Failure };

/**
 * Imports many files without asking about each. A file is told of once it is stored, and a bad one touches
 * no other. Stopped by `imports.cancel` or by the end of the program, what is stored stays, whole files only;
 * run again, the same files are known as duplicates. One entry a file, in the order of the sources, those
 * that could not even be listed first.
 */
export async function importBatch(
  context: Pick<HandlerContext, 'store' | 'reader' | 'understanding' | 'tasks' | 'emit'>,
  task: string,
  { files, failures }: Sources,
): Promise<{ files: BatchedFile[]; stopped: boolean }> {
  const done: BatchedFile[] = failures.map(({ name, failure }) => ({
    name,
    outcomes: [rejected(name, failure)],
  }));
  const { isCancelled, end } = context.tasks.begin(task);
  const understanding = await context.understanding(files.length);
  const stop = new AbortController();
  const ahead = readAhead(files, ({ path, name }) =>
    understandPath(context, understanding, { path, name }, stop.signal),
  );
  const bunch = new Bunch(context.store, done);
  try {
    const total = files.length;
    for (const [at, { name }] of files.entries()) {
      if (isCancelled()) break;
      context.emit({ type: 'progress', task, done: bunch.stored, total, label: name });
      bunch.add(name, await ahead());
      if (bunch.isFull(total - at - 1)) await bunch.store();
    }
    await bunch.store();
    return { files: done, stopped: bunch.stored < files.length };
  } finally {
    stop.abort();
    await understanding.close();
    end();
    context.emit({ type: 'library.changed' });
  }
}

/** Starts work on some files before their turn comes; each call answers for the next of them. */
function readAhead<T>(
  files: readonly SourceFile[],
  start: (file: SourceFile) => Promise<T>,
): () => Promise<T> {
  const running: { size: number; result: Promise<T> }[] = [];
  let next = 0;
  let bytes = 0;
  const startMore = () => {
    for (let file = files[next]; file !== undefined; file = files[next]) {
      const { size } = file;
      const room = running.length < FILES_AHEAD && bytes + size <= BYTES_AHEAD;
      if (running.length > 0 && !room) return;
      next += 1;
      bytes += size;
      running.push({ size, result: start(file) });
    }
  };
  return async () => {
    startMore();
    const first = running[0] as (typeof running)[number];
    const result = await first.result;
    running.shift();
    bytes -= first.size;
    return result;
  };
}

async function understandPath(
  { reader }: Pick<HandlerContext, 'reader'>,
  understanding: UnderstandingPool,
  { path, name }: { path: string; name: string },
  signal: AbortSignal,
): Promise<Understood> {
  const outcome = await reader.readPath(path, name, { signal });
  if (!outcome.ok) return { failure: outcome.failure };
  const file = await understanding.understand({ name, ...outcome });
  if (file === null) {
    // One text that cannot be understood, for whatever reason, must not end the batch.
    const message = `“${name}”没有读懂，未导入。其他文件不受影响；可以粘贴正文再试。`;
    return { failure: { code: 'not-understood', message } };
  }
  return file.documents.length > 0 ? { file } : { failure: noBody(name) };
}

/**
 * Files whose turn has come, waiting to be stored together. The first are stored soon, later ones by more, and
 * the last by fewer again.
 */
class Bunch {
  /** Files whose outcome is told; all that is to be stored of them is. */
  stored = 0;
  readonly #store: HandlerContext['store'];
  readonly #done: BatchedFile[];
  #files: { name: string; understood: Understood }[] = [];
  #characters = 0;
  #since = performance.now();
  #capacity = 1;

  constructor(store: HandlerContext['store'], done: BatchedFile[]) {
    this.#store = store;
    this.#done = done;
  }

  add(name: string, understood: Understood): void {
    this.#files.push({ name, understood });
    if (!('file' in understood)) return;
    for (const { text } of understood.file.documents) this.#characters += text.length;
  }

  /** @param left files whose turn is still to come. */
  isFull(left: number): boolean {
    const capacity = Math.min(this.#capacity, Math.max(FEWEST_AT_THE_END, left / 2));
    return (
      this.#files.length >= capacity ||
      this.#characters >= MOST_CHARACTERS ||
      performance.now() - this.#since >= LONGEST_WAIT_MILLISECONDS
    );
  }

  async store(): Promise<void> {
    const files = this.#files;
    const outcomes = await commitFiles(
      this.#store,
      files.flatMap(({ understood }) => ('file' in understood ? [understood.file] : [])),
    );
    for (const { name, understood } of files) {
      const told =
        'failure' in understood ? [rejected(name, understood.failure)] : (outcomes.shift() ?? []);
      this.#done.push({ name, outcomes: told });
    }
    this.stored += files.length;
    this.#files = [];
    this.#characters = 0;
    this.#since = performance.now();
    this.#capacity = Math.min(this.#capacity * 2, MOST_TOGETHER);
  }
}

function rejected(name: string, { code, message }: Failure): ImportOutcome {
  return { name, status: 'rejected', documentIds: [], code, message };
}
