import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import { understand } from '../../library/understand.ts';
import { understandAgain } from '../../library/understandAgain.ts';
import type { NewReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { rereadFigures } from './rereadFigures.ts';
import { readSettings } from './settings.ts';

export const replacementHandlers: Handlers<HandlerContext, 'reports.replaceText'> = {
  'reports.replaceText': async (context, { id, fileId }) => {
    const report = await getReport(context, id);
    const read = await readCorrected(context, fileId);
    if (read.text === report.text) {
      throw new RequestFailure('same-text', '更正稿与库里的正文一字不差，没有改动。');
    }
    const corrected = understandAgain(report, read, await context.knowledge());
    const twin = await context.store.findReportByFingerprint(corrected.fingerprint);
    if (twin !== undefined && twin.id !== id) {
      throw new RequestFailure(
        'duplicate',
        `更正稿与库里的“${twin.title}”是同一篇，没有改动。请核对是否选错了文件。`,
      );
    }
    const { author } = await readSettings(context.store);
    const notes = await context.store.replaceText(id, corrected, author);
    if (notes === undefined) {
      throw new RequestFailure('no-report', '资料库里没有这篇资料，没有改动任何内容。');
    }
    await rereadFigures(context, id);
    context.emit({ type: 'library.changed' });
    return notes;
  },
};

async function readCorrected(context: HandlerContext, fileId: string): Promise<NewReport> {
  const file = context.previews.findFile(fileId);
  if (file === undefined) {
    throw new RequestFailure('no-file', '没有找到选中的文件，没有改动。请重新选择。');
  }
  const outcome = await context.reader.readPath(file.path, file.name);
  if (!outcome.ok) throw new RequestFailure(outcome.failure.code, outcome.failure.message);
  const { documents } = understand({ name: file.name, ...outcome }, await context.knowledge());
  const [document] = documents;
  if (document === undefined || documents.length > 1) {
    throw new RequestFailure(
      'not-one-document',
      `“${file.name}”里有 ${documents.length} 篇资料，更正只认一篇，没有改动。请换成只含这一篇的文件。`,
    );
  }
  return document;
}
