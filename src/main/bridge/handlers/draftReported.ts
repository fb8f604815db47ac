import { readFile } from 'node:fs/promises';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Output } from '../../../shared/contract/routes.ts';
import { normaliseForSearch } from '../../../shared/text/normalise.ts';
import { readSheet } from '../../ingest/sheet.ts';
import type { HandlerContext } from '../context.ts';
import { PROMISE_HEADS } from './promiseTable.ts';

type PromiseLine = Output<'drafts.promises'>['promises'][number];

/** A table of commitments is small; what is larger is another file. */
const LARGEST_BYTES = 20 * 1024 * 1024;

/**
 * Reads the table that came back from the departments. A row belongs to the commitment whose sentence it
 * carries: numbers and order may have changed on the way.
 *
 * @throws RequestFailure where the file is not that table.
 */
export async function takeReported(
  { host, store }: HandlerContext,
  { id, planId }: { id: string; planId: string },
  promises: readonly PromiseLine[],
): Promise<Output<'drafts.takeReported'>['taken']> {
  const [file] = await host.chooseFilesToOpen('spreadsheet');
  if (file === undefined) return null;
  const rows = await readRows(file);
  const head = rows.findIndex((row) => row.includes(PROMISE_HEADS.sentence));
  const sentenceAt = rows[head]?.indexOf(PROMISE_HEADS.sentence) ?? -1;
  const reportedAt = rows[head]?.indexOf(PROMISE_HEADS.reported) ?? -1;
  if (sentenceAt < 0 || reportedAt < 0) {
    throw new RequestFailure(
      'not-the-table',
      `“${file.name}”里没有“${PROMISE_HEADS.sentence}”和“${PROMISE_HEADS.reported}”两列，没有填入任何内容。请选导出的承诺清单。`,
    );
  }
  const known = new Map(promises.map((line) => [plain(line.text), line]));
  const answers = rows.slice(head + 1).flatMap((row) => {
    const reported = row[reportedAt] ?? '';
    return reported === '' ? [] : [{ line: known.get(plain(row[sentenceAt] ?? '')), reported }];
  });
  const filled = answers.flatMap(({ line, reported }) => (line ? [{ line, reported }] : []));
  await store.drafts.report(
    id,
    planId,
    filled.map(({ line: { start, end }, reported }) => ({ start, end, reported })),
  );
  return {
    fileName: file.name,
    filled: filled.length,
    unknown: answers.length - filled.length,
    before: filled.map(({ line: { start, end, reported } }) => ({
      start,
      end,
      reported: reported ?? '',
    })),
  };
}

async function readRows(file: { path: string; name: string; size: number }): Promise<string[][]> {
  const failed = (happened: string) =>
    new RequestFailure(
      'unreadable-table',
      `“${file.name}”${happened}，没有填入任何内容。请用 WPS 另存为 xlsx 后再试。`,
    );
  if (file.size > LARGEST_BYTES) throw failed('太大，不像承诺清单');
  try {
    return await readSheet(await readFile(file.path));
  } catch {
    throw failed('读不出表格');
  }
}

function plain(words: string): string {
  return normaliseForSearch(words).replace(/[\s']/gu, '');
}
