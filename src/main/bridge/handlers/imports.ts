import { basename } from 'node:path';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { ImportPreview, PreviewedDocument } from '../../../shared/contract/routes/imports.ts';
import type { Handlers, Parsed } from '../../../shared/contract/routes.ts';
import type { ReadOutcome } from '../../ingest/extraction.ts';
import { displayName } from '../../ingest/failures.ts';
import { listSources } from '../../ingest/sources.ts';
import type { UnderstoodFile } from '../../library/understand.ts';
import type { NewReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { commitFile } from './commitFile.ts';
import { importBatch } from './importBatch.ts';
import { findSimilar } from './similarReport.ts';
import { understandOutcome } from './understandOutcome.ts';

type Routes =
  | 'imports.chooseFiles'
  | 'imports.preview'
  | 'imports.commit'
  | 'imports.chooseFolder'
  | 'imports.runBatch'
  | 'imports.cancel';

const OUTLINE_LENGTH = 12;
const OPENING_LENGTH = 120;
/** So many documents at once, and a snapshot is taken before. */
const BULK_IMPORT = 5;

export const importHandlers: Handlers<HandlerContext, Routes> = {
  'imports.chooseFiles': async ({ host, previews }) => ({
    files: (await host.chooseFilesToOpen()).map(({ path, name, size }) => ({
      fileId: previews.putFile({ path, name }),
      name,
      size,
    })),
  }),
  'imports.preview': async (context, { source }) => {
    const { name, outcome } = await readSource(context, source);
    const read = understandOutcome(name, outcome, await context.knowledge());
    return 'failure' in read ? unreadable(name, read.failure) : previewOf(context, read.file);
  },
  'imports.commit': async (context, { previewId, include, join }) => {
    const file = context.previews.takePreview(previewId);
    if (file === undefined) {
      throw new RequestFailure('no-preview', '预览已过期，没有导入。请重新选择文件。');
    }
    if (include.length >= BULK_IMPORT) context.home.takeSnapshot('before-import');
    const outcomes = await commitFile(context, file, {
      include: new Set(include),
      join: new Set(join),
    });
    context.emit({ type: 'library.changed' });
    return { outcomes };
  },
  'imports.chooseFolder': async ({ host, previews }) => {
    const path = await host.chooseFolder();
    if (path === null) return { batch: null };
    const sources = await listSources([path]);
    const { files, failures } = sources;
    return {
      batch: {
        batchId: previews.putBatch(sources),
        name: displayName(basename(path)),
        fileCount: files.length + failures.length,
      },
    };
  },
  'imports.runBatch': async (context, { batchId }) => {
    const sources = context.previews.takeBatch(batchId);
    if (sources === undefined) {
      throw new RequestFailure('no-batch', '这批文件已经导入过或已过期，请重新选择文件夹。');
    }
    if (sources.files.length >= BULK_IMPORT) context.home.takeSnapshot('before-import');
    return importBatch(context, batchId, sources);
  },
  'imports.cancel': async ({ tasks }, { task }) => {
    tasks.cancel(task);
    return {};
  },
};

async function readSource(
  { reader, previews }: HandlerContext,
  source: Parsed<'imports.preview'>['source'],
): Promise<{ name: string; outcome: ReadOutcome }> {
  if (source.kind === 'pasted') {
    const name = '粘贴的正文';
    const bytes = new TextEncoder().encode(source.text);
    return { name, outcome: await reader.readBytes(name, bytes) };
  }
  if (source.kind === 'dropped') {
    const bytes = Buffer.from(source.base64, 'base64');
    return { name: source.name, outcome: await reader.readBytes(source.name, bytes) };
  }
  const file = previews.findFile(source.fileId);
  if (file === undefined) {
    throw new RequestFailure('no-file', '没有找到选中的文件，没有导入。请重新选择。');
  }
  return { name: file.name, outcome: await reader.readPath(file.path, file.name) };
}

function unreadable(name: string, failure: { code: string; message: string }): ImportPreview {
  return {
    previewId: '',
    name,
    format: '',
    encoding: null,
    documents: [],
    discarded: [],
    notices: [],
    failure,
  };
}

async function previewOf(context: HandlerContext, file: UnderstoodFile): Promise<ImportPreview> {
  const documents = await Promise.all(
    file.documents.map((document, index) => previewDocument(context, document, index)),
  );
  return {
    previewId: context.previews.putPreview(file),
    name: file.name,
    format: file.format,
    encoding: file.encoding,
    documents,
    discarded: file.discarded,
    notices: file.notices,
    failure: null,
  };
}

async function previewDocument(
  { store }: HandlerContext,
  document: NewReport,
  index: number,
): Promise<PreviewedDocument> {
  const { analysis } = document.findings;
  const duplicateOf = (await store.findReportByFingerprint(document.fingerprint)) ?? null;
  const headings = analysis.sections.filter((section) => section.nodeKind === 'heading');
  return {
    index,
    title: document.title,
    kind: analysis.kind,
    metadata: analysis.metadata,
    characterCount: document.text.replace(/\s/g, '').length,
    outline: headings.slice(0, OUTLINE_LENGTH).map(({ level, start, end }) => ({
      level,
      text: document.text.slice(start, end),
    })),
    sectionCount: analysis.sections.length,
    opening: document.text.trimStart().slice(0, OPENING_LENGTH),
    notices: analysis.notices,
    duplicateOf,
    similarTo: duplicateOf === null ? await findSimilar(store, document) : null,
  };
}
