import type { ImportOutcome } from '../../../shared/contract/routes/imports.ts';
import type { UnderstoodFile } from '../../library/understand.ts';
import { explainFileError } from '../../store/backup/libraryTrouble.ts';
import type { LibraryStore, NewReport } from '../../store/libraryStore.ts';
import { commitPrepared, type PreparedCommit, prepareCommit } from './commitFile.ts';
import { townOf } from './similarReport.ts';

/**
 * Stores files in as few transactions as may be: a commit that is sure to be on the disk costs as much as
 * the writing of several reports. Answers when all are stored, the outcomes of each in their order. What
 * cannot be stored touches no other file.
 *
 * @throws where the library's file is at fault; what was stored before then stays.
 */
export async function commitFiles(
  store: LibraryStore,
  files: readonly UnderstoodFile<NewReport>[],
): Promise<ImportOutcome[][]> {
  const outcomes: ImportOutcome[][] = [];
  let together: PreparedCommit[] = [];
  const storeThose = async () => {
    outcomes.push(...(await commitTogether(store, together)));
    together = [];
  };
  for (const file of files) {
    // What is found of a file depends on what is stored before it.
    if (together.some((before) => mayConcern(before.file, file))) await storeThose();
    const include = new Set(file.documents.keys());
    together.push(await prepareCommit(store, file, { include }));
  }
  await storeThose();
  return outcomes;
}

/** Whether one may hold another's text, or another version of it. */
function mayConcern(
  { documents: before }: UnderstoodFile<NewReport>,
  { documents }: UnderstoodFile<NewReport>,
): boolean {
  return documents.some((document) =>
    before.some(
      (other) => other.fingerprint === document.fingerprint || isOfSamePlan(other, document),
    ),
  );
}

function isOfSamePlan(a: NewReport, b: NewReport): boolean {
  const { planYear } = a.findings.analysis.metadata;
  const town = townOf(a);
  if (planYear === null || town === null) return false;
  return planYear === b.findings.analysis.metadata.planYear && town === townOf(b);
}

async function commitTogether(
  store: LibraryStore,
  commits: readonly PreparedCommit[],
): Promise<ImportOutcome[][]> {
  try {
    return await commitPrepared(store, commits);
  } catch (error) {
    if (explainFileError(error) !== undefined) throw error;
    const [only] = commits;
    if (commits.length === 1 && only !== undefined) return [[notStored(only)]];
    // One of them cannot be stored: each for itself, and it is found.
    const outcomes: ImportOutcome[][] = [];
    for (const commit of commits) outcomes.push(...(await commitTogether(store, [commit])));
    return outcomes;
  }
}

function notStored({ file: { name } }: PreparedCommit): ImportOutcome {
  return {
    name,
    status: 'rejected',
    documentIds: [],
    code: 'not-stored',
    message: `“${name}”没有存进资料库，未导入。其他文件不受影响；可以粘贴正文再试。`,
  };
}
