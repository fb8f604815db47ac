import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Handlers } from '../../../shared/contract/routes.ts';
import type { Decision, DecisionChoice } from '../../../shared/contract/schemas/report.ts';
import type { HandlerContext } from '../context.ts';
import { getReport } from './getReport.ts';
import { rereadFigures } from './rereadFigures.ts';
import { readSettings } from './settings.ts';
import { summarise } from './summary.ts';

type Routes =
  | 'reports.get'
  | 'reports.decideLocality'
  | 'reports.decideKind'
  | 'reports.decide'
  | 'reports.topics'
  | 'reports.origin'
  | 'reports.undoDecision'
  | 'reports.remove'
  | 'reports.restore';

export const reportHandlers: Handlers<HandlerContext, Routes> = {
  'reports.get': async (context, { id }) => {
    const { head, text, findings, leftovers } = await getReport(context, id);
    const { sections, passages, roles, terms, evidence } = findings.analysis;
    return {
      summary: summarise(head),
      text,
      titleLine: head.titleLine,
      sections,
      passages,
      roles: roles ?? [],
      terms,
      evidence,
      leftovers,
      versions: await context.store.listVersions(id),
    };
  },
  'reports.decideLocality': async (context, { id, choice }) => {
    const { head } = await getReport(context, id);
    const { statedLocality, actualLocality } = head.analysis.metadata;
    const value = choice === 'stated' ? statedLocality : actualLocality;
    if (value === null) {
      throw new RequestFailure('nothing-to-decide', '这篇资料没有两个地名可选，没有改动。');
    }
    return { decision: await decide(context, id, { field: 'locality', value }) };
  },
  'reports.decideKind': async (context, { id, kind }) => {
    await getReport(context, id);
    return { decision: await decide(context, id, { field: 'kind', value: kind }) };
  },
  'reports.decide': async (context, { id, ...choice }) => {
    const { text } = await getReport(context, id);
    if (choice.field === 'follows') {
      await getReport(context, choice.value);
      const versions = await context.store.listVersions(id);
      if (versions.some((version) => version.id === choice.value)) {
        throw new RequestFailure('same-chain', '两篇已在同一条版本链里，没有改动。');
      }
    }
    if (choice.field === 'role' || choice.field === 'topics') {
      const { start, end } = choice.value;
      if (start >= end || end > text.length) {
        throw new RequestFailure('bad-span', '选中的文字不在这篇资料里，没有改动。');
      }
    }
    if (choice.field === 'topics') {
      const known = new Set((await context.knowledge()).report.topics.map((topic) => topic.id));
      if (!choice.value.topics.every((topic) => known.has(topic))) {
        throw new RequestFailure('no-topic', '没有这个主题，没有改动。请从列表中选择。');
      }
    }
    return { decision: await decide(context, id, choice) };
  },
  'reports.topics': async ({ knowledge }) => ({
    topics: (await knowledge()).report.topics.map(({ id, name }) => ({ id, name })),
  }),
  'reports.origin': async (context, { id }) => {
    await getReport(context, id);
    const origin = await context.store.findOrigin(id);
    if (origin === undefined) throw new Error('a report without its import');
    return origin;
  },
  'reports.undoDecision': async (context, { id, decisionId }) => {
    const { author } = await readSettings(context.store);
    const { head } = await getReport(context, id);
    if (!(await context.store.undoDecision(id, decisionId, author))) {
      throw new RequestFailure('no-decision', '这项认定已经撤销过了，没有改动。');
    }
    await rereadFigures(context, id, head.decisions.find((one) => one.id === decisionId)?.field);
    context.emit({ type: 'library.changed' });
    return {};
  },
  'reports.remove': async (context, { id }) => setRemoved(context, id, true),
  'reports.restore': async (context, { id }) => setRemoved(context, id, false),
};

async function decide(
  context: HandlerContext,
  id: string,
  choice: DecisionChoice,
): Promise<Decision> {
  const { author } = await readSettings(context.store);
  const decision = await context.store.addDecision(id, choice, author);
  await rereadFigures(context, id, choice.field);
  context.emit({ type: 'library.changed' });
  return decision;
}

async function setRemoved(
  context: HandlerContext,
  id: string,
  removed: boolean,
): Promise<Record<string, never>> {
  if (!(await context.store.setRemoved(id, removed))) {
    throw new RequestFailure('no-report', '资料库里没有这篇资料，没有改动任何内容。');
  }
  context.emit({ type: 'library.changed' });
  return {};
}
