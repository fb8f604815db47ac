import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import { understandAgain } from '../../library/understandAgain.ts';
import type { Leftover, ReanchoredNotes, StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { rereadFigures } from './rereadFigures.ts';
import { readSettings } from './settings.ts';

type Routes = 'reports.listLeftovers' | 'reports.restoreLeftover' | 'reports.takeOutLeftover';

export const leftoverHandlers: Handlers<HandlerContext, Routes> = {
  'reports.listLeftovers': async ({ store }) => ({ leftovers: await store.listLeftovers() }),
  'reports.restoreLeftover': async (context, { leftoverId }) => {
    const { leftover, report } = await getLeftover(context, leftoverId, false);
    const { text } = report;
    const whole =
      leftover.edge === 'before' ? `${leftover.text}\n${text}` : `${text}\n${leftover.text}`;
    return putInPlace(context, leftover, report, whole);
  },
  'reports.takeOutLeftover': async (context, { leftoverId }) => {
    const { leftover, report } = await getLeftover(context, leftoverId, true);
    const rest = withoutLeftover(report, leftover);
    if (rest === null) {
      throw new RequestFailure(
        'leftover-changed',
        '这段文字还原之后，正文又更正过，没有移出。需要时请用更正稿替换正文。',
      );
    }
    return putInPlace(context, leftover, report, rest);
  },
};

async function getLeftover(
  context: HandlerContext,
  id: string,
  restored: boolean,
): Promise<{ leftover: Leftover; report: StoredReport }> {
  const leftover = (await context.store.listLeftovers()).find((one) => one.id === id);
  if (leftover === undefined || leftover.restored !== restored) throw handledBefore();
  return { leftover, report: await getReport(context, leftover.reportId) };
}

async function putInPlace(
  context: HandlerContext,
  { id, restored, reportId }: Leftover,
  report: StoredReport,
  text: string,
): Promise<ReanchoredNotes> {
  const { store, knowledge, emit } = context;
  const raw = { titleLine: null, text, retrievedOn: null };
  const understood = understandAgain(report, raw, await knowledge());
  const { author } = await readSettings(store);
  const notes = await store.setLeftoverRestored(id, !restored, understood, author);
  if (notes === undefined) throw handledBefore();
  await rereadFigures(context, reportId);
  emit({ type: 'library.changed' });
  return notes;
}

function handledBefore(): RequestFailure {
  return new RequestFailure('no-leftover', '没有找到这段残留，或已经处理过了，没有改动。');
}

/** The text without the line that was put back; null where it no longer stands among those put back. */
function withoutLeftover({ text, leftovers }: StoredReport, wanted: Leftover): string | null {
  const { edge, reportId } = wanted;
  const together = leftovers
    .filter((one) => one.restored && one.edge === edge && one.reportId === reportId)
    .reduce((sum, one) => sum + one.text.length + 1, 0);
  const stretch =
    edge === 'before' ? text.slice(0, together) : text.slice(Math.max(0, text.length - together));
  const line = edge === 'before' ? `${wanted.text}\n` : `\n${wanted.text}`;
  const at = stretch.indexOf(line);
  if (at < 0) return null;
  const start = at + (edge === 'before' ? 0 : text.length - stretch.length);
  return text.slice(0, start) + text.slice(start + line.length);
}
