import { compareYears } from '../../../shared/comparison/compareYears.ts';
import { pathTo, placeName, roleOf } from '../../../shared/comparison/passagePlace.ts';
import { RequestFailure } from '../../../shared/contract/failure.ts';
import type { Handlers, RouteName } from '../../../shared/contract/routes.ts';
import { draftText, locate, sectionAround } from '../../../shared/draft/blocks.ts';
import { outlineOf } from '../../../shared/draft/outline.ts';
import type { Span } from '../../../shared/report/report.ts';
import { setAnew } from '../../../shared/report/wraps.ts';
import { checkReport } from '../../../shared/review/checkReport.ts';
import {
  type CommitmentMatch,
  matchCommitments,
} from '../../../shared/review/commitments/matchCommitments.ts';
import type { Draft } from '../../store/drafts.ts';
import { settlementOn } from '../../store/settlements.ts';
import type { HandlerContext } from '../context.ts';
import { besideDraft } from './draftBeside.ts';
import { takeReported } from './draftReported.ts';
import { draftTerms } from './draftTerms.ts';
import { getDraft, lastReportOf, understandDraft } from './draftUnderstood.ts';
import { getReport } from './getReport.ts';
import { reviewContext, toReviewed } from './reviewContext.ts';

type Routes = Extract<RouteName, `drafts.${string}`>;

/** What writes papers is heavy to load. */
const papers = () => import('./draftPapers.ts');

const NO_DRAFT = '没有找到这份稿子，可能已被移除。其他稿子不受影响。';

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new RequestFailure('no-draft', NO_DRAFT);
  return value;
}

export const draftHandlers: Handlers<HandlerContext, Routes> = {
  'drafts.list': async ({ store }) => ({ drafts: await store.drafts.list() }),
  'drafts.begin': async (context, { town, planYear, basisId }) => {
    const basis = basisId === null ? null : await getReport(context, basisId);
    const blocks = basis ? outlineOf(basis.text, basis.findings.analysis, planYear) : [];
    const title = `${planYear}年${town}政府工作报告`;
    const draft = await context.store.drafts.begin({ title, town, planYear, basisId, blocks });
    return { draft };
  },
  'drafts.get': async (context, { id }) => {
    const draft = await getDraft(context, id);
    return { draft, lastReportId: (await lastReportOf(context, draft))?.id ?? null };
  },
  'drafts.save': async ({ store }, { id, ...text }) => ({
    savedAt: found(await store.drafts.save(id, text)),
  }),
  'drafts.remove': async ({ store }, { id }) => {
    if (!(await store.drafts.setRemoved(id, true))) found(undefined);
    return {};
  },
  'drafts.restore': async ({ store }, { id }) => {
    if (!(await store.drafts.setRemoved(id, false))) found(undefined);
    return {};
  },
  'drafts.keepVersion': async ({ store }, { id, name }) => ({
    version: found(await store.drafts.keepVersion(id, name)),
  }),
  'drafts.versions': async ({ store }, { id }) => ({
    versions: await store.drafts.listVersions(id),
  }),
  'drafts.returnTo': async (context, { id, versionId }) => {
    const { store } = context;
    const draft = await getDraft(context, id);
    const blocks = found(await store.drafts.readVersion(id, versionId));
    await store.drafts.keepVersion(id, '退回前');
    found(await store.drafts.save(id, { ...draft, blocks }));
    return { draft: await getDraft(context, id) };
  },
  'drafts.compare': async (context, { id, versionId, withId }) => {
    const draft = await getDraft(context, id);
    const read = async (version: string) =>
      draftText(found(await context.store.drafts.readVersion(id, version)));
    const before = await read(versionId);
    const after = withId === null ? draftText(draft.blocks) : await read(withId);
    const { sentences, numbers } = compareYears(before, after);
    return {
      before,
      after,
      sentences,
      numbers: numbers.map(({ beforeText, afterText }) => ({ beforeText, afterText })),
    };
  },
  'drafts.check': async (context, { id }) => {
    const draft = await getDraft(context, id);
    const understood = await understandDraft(context, draft);
    const held = await reviewContext(context, { ...draft, id: null, home: draft.town });
    const dismissed = new Set(await context.store.drafts.listDismissed(id));
    const findings = checkReport(understood, { ...held, readings: understood.readings });
    return { findings: findings.map((one) => ({ ...one, dismissed: dismissed.has(one.key) })) };
  },
  'drafts.dismiss': async (context, { id, key, dismissed }) => {
    await getDraft(context, id);
    await context.store.drafts.setDismissed(id, key, dismissed);
    return {};
  },
  'drafts.promises': async (context, { id, planId }) => {
    const promises = await listPromises(context, await getDraft(context, id), planId);
    return { promises, actions: listActions((await getReport(context, planId)).text, promises) };
  },
  'drafts.settle': async (context, { id, planId, start, end, decision }) => {
    await getDraft(context, id);
    await context.store.drafts.settle(id, planId, { start, end }, decision);
    return {};
  },
  'drafts.beside': async (context, { id, ...wanted }) =>
    besideDraft(context, await getDraft(context, id), wanted),
  'drafts.terms': async (context, { id }) => ({
    terms: await draftTerms(context, await getDraft(context, id)),
  }),
  'drafts.setTerm': async (context, { id, term, decision }) => {
    await getDraft(context, id);
    await context.store.drafts.setTerm(id, term, decision ?? undefined);
    return {};
  },
  'drafts.export': async (context, input) =>
    (await papers()).writeDraft(context, await getDraft(context, input.id), input),
  'drafts.exportPromises': async (context, { id, planId, format }) => {
    const draft = await getDraft(context, id);
    const promises = await listPromises(context, draft, planId);
    return (await papers()).writePromises(context, draft, promises, format);
  },
  'drafts.takeReported': async (context, { id, planId }) => {
    const draft = await getDraft(context, id);
    const promises = await listPromises(context, draft, planId);
    return { taken: await takeReported(context, { id, planId }, promises) };
  },
  'drafts.setReported': async (context, { id, planId, answers }) => {
    await getDraft(context, id);
    await context.store.drafts.report(id, planId, answers);
    return {};
  },
};

const actionPlace = /^实事第.+件$/u;

/** The commitments of one 民生实事 stand at one place; as an item they read from the first to the last. */
function listActions(text: string, promises: readonly (Span & { place: string })[]) {
  const actions = new Map<string, Span>();
  for (const { place, start, end } of promises) {
    if (actionPlace.test(place))
      actions.set(place, { start: actions.get(place)?.start ?? start, end });
  }
  return [...actions].map(([place, { start, end }]) => ({
    place,
    start,
    end,
    text: setAnew(text, { start, end }),
  }));
}

/** The commitments of a plan, what the draft says about each, and what the person decided. */
async function listPromises(context: HandlerContext, draft: Draft, planId: string) {
  const plan = await getReport(context, planId);
  const review = await understandDraft(context, draft);
  const { sections } = plan.findings.analysis;
  const quoted = ({ start, end }: Span) => ({ start, end, text: review.text.slice(start, end) });
  const settlements = await context.store.drafts.listSettlements(draft.id, planId);
  return matchCommitments(toReviewed(plan), review).map((each) => {
    const match = withoutBareHeadings(each, draft);
    const path = pathTo(sections, match.start);
    const known = settlementOn(match, settlements);
    return {
      ...match,
      text: setAnew(plan.text, match),
      place: placeName(path, roleOf(path)),
      answer: match.answer && quoted(match.answer),
      candidates: match.candidates.map(quoted),
      settled: known?.outcome
        ? { outcome: known.outcome as 'kept' | 'partly' | 'unmentioned', reason: known.reason }
        : null,
      reported: known?.reported || null,
    };
  });
}

/** A heading with nothing written under it yet, taken over from last year, says nothing of what became of it. */
function withoutBareHeadings(match: CommitmentMatch, { blocks }: Draft): CommitmentMatch {
  const isBare = ({ start }: Span) => {
    const { block } = locate(blocks, start);
    return blocks[block]?.kind === 'heading' && sectionAround(blocks, block).length === 1;
  };
  const candidates = match.candidates.filter((candidate) => !isBare(candidate));
  if (candidates.length === match.candidates.length) return match;
  if (match.answer !== null && !isBare(match.answer)) return { ...match, candidates };
  const outcome = candidates.length > 0 ? 'unclear' : 'unmentioned';
  return { ...match, outcome, answer: null, candidates };
}
