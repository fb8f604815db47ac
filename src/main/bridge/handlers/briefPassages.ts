import { usualTitle } from '../../../shared/brief/title.ts';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Output, Parsed } from '../../../shared/contract/routes.ts';
import {
  type BriefSpec,
  briefSpecSchema,
  MOST_BRIEF_REPORTS,
  MOST_EXCERPTS,
} from '../../../shared/contract/schemas/brief.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { readSettings } from './settings.ts';
import { summarise } from './summary.ts';

type Passage = NonNullable<BriefSpec['excerpts']>[number];

/** @throws RequestFailure where brief, report or words are not there, or it would hold too many. */
export async function addPassages(
  context: HandlerContext,
  { briefId, passages }: Parsed<'briefs.addPassages'>,
): Promise<Output<'briefs.addPassages'>> {
  const wanted = [...new Set(passages.map(({ documentId }) => documentId))];
  const reports = await Promise.all(wanted.map((id) => getReport(context, id)));
  for (const { documentId, start, end } of passages) {
    const length = reports[wanted.indexOf(documentId)]?.text.length ?? 0;
    if (start >= end || end > length) {
      throw new RequestFailure('no-passage', '原文里没有这一处，没有加进简报。请刷新后再选。');
    }
  }
  const spec =
    briefId === null
      ? await beginBrief(
          context,
          reports.map(({ head }) => summarise(head).town ?? undefined),
          wanted,
        )
      : await getSpec(context, briefId);
  const documents = [...new Set([...spec.documents, ...wanted])];
  if (documents.length > MOST_BRIEF_REPORTS) {
    throw new RequestFailure(
      'too-many-reports',
      `一份简报最多用${MOST_BRIEF_REPORTS}篇报告，没有加进去。请另编一份。`,
    );
  }
  const before = spec.excerpts ?? [];
  const added = passages.filter((passage) => !before.some((known) => holds(known, passage)));
  if (before.length + added.length > MOST_EXCERPTS) {
    throw new RequestFailure('too-many-passages', '这份简报的摘编已经太多，没有加进去。');
  }
  const brief = await context.store.saveBrief(briefId, {
    ...spec,
    documents,
    excerpts: [...before, ...added],
    topics: spec.topics && withTopics(spec.topics, added),
  });
  context.emit({ type: 'library.changed' });
  return { brief, added: added.length };
}

function holds(known: Passage, { documentId, start, end }: Passage): boolean {
  return known.documentId === documentId && known.start <= start && end <= known.end;
}

/** A brief whose topics were picked by hand gets those of the new passages behind them. */
function withTopics(topics: readonly string[], added: readonly Passage[]): string[] {
  return [...new Set([...topics, ...added.flatMap(({ topic }) => topic ?? [])])];
}

async function beginBrief(
  context: HandlerContext,
  places: readonly (string | undefined)[],
  documents: string[],
): Promise<BriefSpec> {
  const { author } = await readSettings(context.store);
  const date = new Date(context.now()).toLocaleDateString('zh-CN', { dateStyle: 'long' });
  return briefSpecSchema.parse({ title: usualTitle(places), unit: author, date, documents });
}

async function getSpec({ store }: HandlerContext, id: string): Promise<BriefSpec> {
  const saved = (await store.listBriefs()).find((brief) => brief.id === id);
  if (saved === undefined) {
    throw new RequestFailure('no-brief', '没有找到这份简报，没有加进去。');
  }
  return saved.spec;
}
