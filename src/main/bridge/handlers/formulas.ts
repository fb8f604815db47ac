import type { Output } from '../../../shared/contract/routes.ts';
import { normaliseForSearch } from '../../../shared/text/normalise.ts';
import type { HandlerContext } from '../context.ts';

/** What the person changed of the shipped list of 规定提法. */
const SETTING = 'formulas';
interface Changes {
  added: string[];
  removed: string[];
}

type FormulaList = Output<'comparison.formulas'>;

/** 规定提法 in force: those the person added first, then the shipped ones that were not taken out. */
export async function listFormulas(context: HandlerContext): Promise<FormulaList> {
  const { added, removed } = await readChanges(context);
  const shipped = (await context.knowledge()).review.formulas;
  return {
    formulas: [
      ...added.map((words) => ({ words, own: true })),
      ...shipped.filter((words) => !holds(removed, words)).map((words) => ({ words, own: false })),
    ],
    removed: shipped.filter((words) => holds(removed, words)),
  };
}

/** A shipped formula that had been taken out is put back; anything else is the person's own. */
export async function addFormula(
  context: HandlerContext,
  { words }: { words: string },
): Promise<FormulaList> {
  const { added, removed } = await readChanges(context);
  const shipped = (await context.knowledge()).review.formulas;
  const known = holds(shipped, words) || holds(added, words);
  await writeChanges(context, {
    added: known ? added : [words, ...added],
    removed: removed.filter((each) => !isSame(each, words)),
  });
  return listFormulas(context);
}

export async function removeFormula(
  context: HandlerContext,
  { words }: { words: string },
): Promise<FormulaList> {
  const { added, removed } = await readChanges(context);
  const shipped = (await context.knowledge()).review.formulas;
  await writeChanges(context, {
    added: added.filter((each) => !isSame(each, words)),
    removed: holds(shipped, words) && !holds(removed, words) ? [...removed, words] : removed,
  });
  return listFormulas(context);
}

async function readChanges({ store }: HandlerContext): Promise<Changes> {
  const kept = (await store.readSetting(SETTING)) as Changes | undefined;
  return kept ?? { added: [], removed: [] };
}

/** What is 共有 and what is not has to be asked anew. */
async function writeChanges(context: HandlerContext, changes: Changes): Promise<void> {
  await context.store.writeSetting(SETTING, changes);
  context.emit({ type: 'library.changed' });
}

function holds(list: readonly string[], words: string): boolean {
  return list.some((each) => isSame(each, words));
}

function isSame(a: string, b: string): boolean {
  return normaliseForSearch(a) === normaliseForSearch(b);
}
