import { citePassage, formatCitation } from '../../../shared/brief/cite.ts';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import { type NoteToWrite, renderNotes, type WrittenTarget } from '../../export/notes.ts';
import type { NoteTarget, StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { summarise } from './summary.ts';
import { writeExport } from './writeExport.ts';

export async function exportNotes(
  context: HandlerContext,
  { ids, format }: Parsed<'annotations.export'>,
): Promise<Output<'annotations.export'>> {
  const notes = await getNotes(context, ids);
  const path = await context.host.chooseFileToSave({ name: '批注', extension: format });
  if (path === null) return { fileName: null, notes: 0 };
  const fileName = await writeExport(path, new TextEncoder().encode(renderNotes(notes, format)));
  return { fileName, notes: notes.length };
}

/** @throws RequestFailure where a note is gone: a file that lacks one silently would be taken for whole. */
async function getNotes(context: HandlerContext, ids: readonly string[]): Promise<NoteToWrite[]> {
  const reports = new Map<string, Promise<StoredReport | undefined>>();
  const findReport = (id: string) => {
    const report = reports.get(id) ?? context.store.findReport(id);
    reports.set(id, report);
    return report;
  };
  return Promise.all(
    ids.map(async (id) => {
      const note = await context.store.findDescribedNote(id);
      if (note === undefined) {
        throw new RequestFailure('no-annotation', '有批注已不在库里，没有导出。请刷新后再导出。');
      }
      const home = await findReport(note.annotation.documentId);
      return {
        annotation: note.annotation,
        title: home?.head.title ?? '已移出的资料',
        targets: await Promise.all(
          note.targets.map(async (target) => toWritten(target, await findReport(target.reportId))),
        ),
      };
    }),
  );
}

function toWritten(
  { reportId, state, anchor, start }: NoteTarget,
  report: StoredReport | undefined,
): WrittenTarget {
  return {
    documentId: reportId,
    state,
    anchor,
    text: report?.text ?? null,
    place: report && state === 'anchored' ? cite(report, start) : null,
  };
}

function cite({ head, text, findings }: StoredReport, offset: number): string {
  const { id, title, town, metadata } = summarise(head);
  const source = {
    documentId: id,
    title,
    town: town ?? title,
    planYear: metadata.planYear,
    reviewYear: metadata.reviewYear,
    text,
    analysis: findings.analysis,
    readings: [],
    annotations: [],
  };
  return formatCitation(citePassage(source, offset));
}
