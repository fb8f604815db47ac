import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { RequestFailure } from '../../shared/contract/failure.ts';
import type { Input } from '../../shared/contract/routes.ts';
import type { ServedLibrary } from '../library/serve.ts';
import { understand } from '../library/understand.ts';
import { type CommandCall, requireOperands, wholeNumber } from './arguments.ts';
import { request } from './ask.ts';
import { CallError } from './callError.ts';
import { printDocument } from './document.ts';
import { importPaths } from './importPaths.ts';
import { safetyCommands } from './safetyCommands.ts';

export interface CommandContext {
  library: ServedLibrary;
  /** Where the next export goes: the command line answers the save dialog itself. */
  saveTo: (path: string) => void;
  /** Which file is opened next, likewise. */
  openFrom: (path: string) => void;
}

export type Command = (context: CommandContext, call: CommandCall) => Promise<unknown>;

export const commands: Readonly<Record<string, Command>> = {
  ...safetyCommands,

  analyse: async ({ library }, call) => {
    const [path = ''] = requireOperands(call, 1);
    const { reader, knowledge } = library.context;
    const name = path.replace(/^.*[\\/]/u, '');
    const outcome = await reader.readPath(resolve(path), name);
    if (!outcome.ok) throw new RequestFailure(outcome.failure.code, outcome.failure.message);
    const file = understand({ name, ...outcome }, await knowledge());
    return { documents: file.documents.map(printDocument), discarded: file.discarded };
  },

  import: async ({ library }, call) => ({
    outcomes: await importPaths(library, requireOperands(call, 1, Number.POSITIVE_INFINITY)),
  }),

  list: async ({ library }, call) => {
    requireOperands(call, 0);
    const { reports } = await request(library, 'reports.list', {});
    return {
      documents: reports.map(({ id, title, kind, metadata }) => ({ id, title, kind, metadata })),
    };
  },

  show: async ({ library }, call) => {
    const [id = ''] = requireOperands(call, 1);
    const report = await request(library, 'reports.get', { id });
    const { readings } = await request(library, 'indicators.ofReport', { id });
    const { title, kind, metadata, notices } = report.summary;
    const { text, sections, passages, roles } = report;
    return {
      id,
      title,
      kind,
      text,
      metadata,
      sections,
      indicators: readings,
      passages,
      roles,
      notices,
    };
  },

  search: async ({ library }, call) => {
    const [query = ''] = requireOperands(call, 1);
    const { kind, locality, year, role, limit } = call.options;
    const allOffsets = call.options['all-offsets'] ?? false;
    const answer = await request(library, 'search.run', {
      query,
      allOffsets,
      ...(kind === undefined ? {} : { kinds: [kind as 'annual-report'] }),
      ...(locality === undefined ? {} : { localities: [locality] }),
      ...(year === undefined ? {} : { years: [wholeNumber('year', year)] }),
      ...(role === undefined ? {} : { roles: [role as 'review'] }),
      ...(limit === undefined
        ? allOffsets
          ? { limit: 100_000 }
          : {}
        : { limit: wholeNumber('limit', limit) }),
    });
    return answer;
  },

  compare: async ({ library }, call) => {
    const ids = requireOperands(call, 2, 4);
    const { topics, coverage } = await request(library, 'comparison.topics', { ids });
    const { rows } = await request(library, 'indicators.table', { ids });
    const { outlines } = await request(library, 'comparison.outlines', { ids });
    return { topics, indicators: rows, outlines, coverage };
  },

  check: async ({ library }, call) => {
    const [id = ''] = requireOperands(call, 1);
    const { home } = call.options;
    return request(library, 'review.check', home === undefined ? { id } : { id, home });
  },

  promises: async ({ library }, call) => {
    const [planId = '', reviewId = ''] = requireOperands(call, 2);
    const input = { planId, reviewId };
    return { promises: (await request(library, 'review.commitments', input)).commitments };
  },

  annotate: async ({ library }, call) => {
    const [id = ''] = requireOperands(call, 1);
    const { start, end, note, category, tags } = call.options;
    if (note === undefined) throw new CallError('annotate 要用 --note 写批注的内容。');
    return request(library, 'annotations.create', {
      documentId: id,
      start: wholeNumber('start', start),
      end: wholeNumber('end', end),
      note,
      ...(category === undefined ? {} : { category }),
      ...(tags === undefined ? {} : { tags: tags.split(/[,，]/u).filter((tag) => tag !== '') }),
    });
  },

  annotations: async ({ library }, call) => {
    const [documentId] = requireOperands(call, 0, 1);
    return request(library, 'annotations.list', documentId === undefined ? {} : { documentId });
  },

  brief: async ({ library, saveTo }, call) => {
    const [specFile = ''] = requireOperands(call, 1);
    const { pdf, docx } = call.options;
    if (pdf === undefined) throw new CallError('brief 要用 --pdf 写明输出文件。');
    saveTo(resolve(pdf));
    const spec = parseJson(await readFile(specFile, 'utf8'), specFile);
    const input = { spec } as Input<'briefs.exportPdf'>;
    const { pages, annotations, fonts, warnings } = await request(
      library,
      'briefs.exportPdf',
      input,
    );
    if (docx !== undefined) {
      saveTo(resolve(docx));
      await request(library, 'briefs.exportDocx', input);
    }
    return { pages, annotations, fonts, warnings };
  },

  request: async ({ library }, call) => {
    const [name = '', json = '{}'] = requireOperands(call, 1, 2);
    const outcome = await library.dispatch(name, parseJson(json, '请求内容'));
    if (!outcome.ok) throw new RequestFailure(outcome.failure.code, outcome.failure.message);
    return outcome.value;
  },
};

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CallError(`“${what}”不是合法的 JSON。`);
  }
}
