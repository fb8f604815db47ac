import type { Failure } from '../../../shared/contract/failure.ts';
import type { BatchedFile, ImportOutcome } from '../../../shared/contract/routes/imports.ts';
import type { ReadOutcome } from '../../ingest/extraction.ts';
import type { Sources } from '../../ingest/sources.ts';
import type { Knowledge } from '../../library/knowledge.ts';
import { type UnderstoodFile, understand } from '../../library/understand.ts';
import type { HandlerContext } from '../context.ts';
import { commitFile } from './commitFile.ts';

/**
 * Imports many files without asking about each: every file read, understood and stored by itself, in a
 * transaction of its own, so that a bad one touches no other. Stopped by `imports.cancel`, what is stored
 * stays; run again, the same files are known as duplicates. One entry a file, in the order of the sources,
 * those that could not even be listed first.
 */
export async function importBatch(
  context: Pick<HandlerContext, 'store' | 'reader' | 'knowledge' | 'tasks' | 'emit'>,
  task: string,
  { files, failures }: Sources,
): Promise<{ files: BatchedFile[]; stopped: boolean }> {
  const done: BatchedFile[] = failures.map(({ name, failure }) => ({
    name,
    outcomes: [rejected(name, failure)],
  }));
  const total = files.length;
  const knowledge = await context.knowledge();
  const { isCancelled, end } = context.tasks.begin(task);
  try {
    for (const [index, { path, name }] of files.entries()) {
      if (isCancelled()) return { files: done, stopped: true };
      context.emit({ type: 'progress', task, done: index, total, label: name });
      const read = readForBatch(name, await context.reader.readPath(path, name), knowledge);
      const outcomes =
        'failure' in read
          ? [rejected(name, read.failure)]
          : await commitFile(context, read.file, { include: new Set(read.file.documents.keys()) });
      done.push({ name, outcomes });
    }
    return { files: done, stopped: false };
  } finally {
    end();
    context.emit({ type: 'library.changed' });
  }
}

/** One text that cannot be understood, for whatever reason, must not end the batch. */
function readForBatch(
  ...[name, ...rest]: Parameters<typeof understandOutcome>
): ReturnType<typeof understandOutcome> {
  try {
    return understandOutcome(name, ...rest);
  } catch {
    const message = `“${name}”没有读懂，未导入。其他文件不受影响；可以粘贴正文再试。`;
    return { failure: { code: 'not-understood', message } };
  }
}

/** A file as import would store it, or the sentence saying why it cannot be. */
export function understandOutcome(
  name: string,
  outcome: ReadOutcome,
  knowledge: Knowledge,
): { file: UnderstoodFile } | { failure: Failure } {
  if (!outcome.ok) return { failure: outcome.failure };
  const file = understand({ name, ...outcome }, knowledge);
  if (file.documents.length > 0) return { file };
  return {
    failure: {
      code: 'no-body',
      message: `“${name}”没有正文，未入库。资料库没有改动；请换一份有正文的文件。`,
    },
  };
}

function rejected(name: string, { code, message }: Failure): ImportOutcome {
  return { name, status: 'rejected', documentIds: [], code, message };
}
