import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import { listSources } from '../../../shared/draft/blocks.ts';
import { exportDraftDocx } from '../../export/draftDocx.ts';
import { renderXlsx } from '../../export/spreadsheet.ts';
import type { Draft } from '../../store/drafts.ts';
import type { HandlerContext } from '../context.ts';
import { draftTerms } from './draftTerms.ts';
import { PROMISE_HEADS } from './promiseTable.ts';
import { writeExport } from './writeExport.ts';

type PromiseLine = Output<'drafts.promises'>['promises'][number];

/** Writes the draft where the person says. */
export async function writeDraft(
  context: HandlerContext,
  draft: Draft,
  { format, sources, terms }: Parsed<'drafts.export'>,
): Promise<{ fileName: string | null }> {
  const extension = format === 'txt' ? 'txt' : 'docx';
  const name = format === 'reading-docx' ? `${draft.title}（宣读稿）` : draft.title;
  const path = await context.host.chooseFileToSave({ name, extension });
  if (path === null) return { fileName: null };
  if (format === 'txt') {
    const lines = [draft.title, '', ...draft.blocks.map(({ text }) => text), ''];
    return { fileName: await writeExport(path, new TextEncoder().encode(lines.join('\r\n'))) };
  }
  const explained = terms ? await draftTerms(context, draft) : [];
  const docx = await exportDraftDocx({
    title: draft.title,
    blocks: draft.blocks,
    terms: explained.flatMap(({ term, explanation }) =>
      explanation === null ? [] : [{ term, explanation }],
    ),
    sources: sources ? listSources(draft.blocks).map(({ label }) => label) : [],
    reading: format === 'reading-docx',
  });
  return { fileName: await writeExport(path, docx) };
}

const OUTCOMES: Record<PromiseLine['outcome'], string> = {
  kept: '有交代（待确认）',
  partly: '有交代（待确认，数不足）',
  unclear: '可能相关',
  unmentioned: '未见',
};
const DECIDED: Record<NonNullable<PromiseLine['settled']>['outcome'], string> = {
  kept: '已完成',
  partly: '部分完成',
  unmentioned: '不写',
};

/** 承诺清单 for the departments: what was promised, what the draft says, and room for their numbers. */
export async function writePromises(
  context: HandlerContext,
  draft: Draft,
  promises: readonly PromiseLine[],
): Promise<{ fileName: string | null }> {
  const name = `${draft.planYear - 1}年承诺事项清单（${draft.town}）`;
  const path = await context.host.chooseFileToSave({ name, extension: 'xlsx' });
  if (path === null) return { fileName: null };
  const xlsx = await renderXlsx([
    {
      name: '承诺事项',
      heads: [
        '序号',
        PROMISE_HEADS.sentence,
        '本稿交代',
        '认定',
        '说明',
        PROMISE_HEADS.reported,
        '部门',
      ],
      widths: [6, 60, 18, 12, 24, 40, 16],
      rows: promises.map(({ text, outcome, settled, reported }, index) => [
        index + 1,
        text,
        OUTCOMES[outcome],
        settled ? DECIDED[settled.outcome] : '',
        settled?.reason ?? '',
        reported ?? '',
        '',
      ]),
    },
  ]);
  return { fileName: await writeExport(path, xlsx) };
}
