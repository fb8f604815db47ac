import { citePassage, formatCitation } from '../../../shared/brief/cite.ts';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import { type NoteToWrite, renderNotes } from '../../export/notes.ts';
import type { StoredReport } from '../../store/libraryStore.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
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
  const reports = new Map<string, StoredReport>();
  const notes: NoteToWrite[] = [];
  for (const id of ids) {
    const note = await context.store.findDescribedNote(id);
    if (note === undefined) {
      throw new RequestFailure('no-annotation', '有批注已不在库里，没有导出。请刷新后再导出。');
    }
    const { documentId } = note.annotation;
    const report = reports.get(documentId) ?? (await getReport(context, documentId));
    reports.set(documentId, report);
    notes.push({
      ...note,
      title: report.head.title,
      text: report.text,
      place: note.annotation.state === 'anchored' ? cite(report, note.annotation.start) : null,
    });
  }
  return notes;
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
