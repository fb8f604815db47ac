import type { Decision } from '../../shared/contract/schemas/report.ts';
import { sectionExtents } from '../../shared/report/extents.ts';
import type {
  ReportAnalysis,
  ReportKind,
  ReportMetadata,
  Span,
} from '../../shared/report/report.ts';

type RoleDecision = Extract<Decision, { field: 'role' }>;
type TopicsDecision = Extract<Decision, { field: 'topics' }>;

/** Kind and facts as the person left them. */
export function applyFactDecisions(
  found: { kind: ReportKind; metadata: ReportMetadata },
  decisions: readonly Decision[],
): { kind: ReportKind; metadata: ReportMetadata } {
  let { kind } = found;
  const metadata = { ...found.metadata };
  for (const decision of decisions) {
    switch (decision.field) {
      case 'kind':
        kind = decision.value;
        break;
      // The place is laid over all names in the text, not over one of them; the rest is no fact.
      case 'locality':
      case 'role':
      case 'topics':
      case 'follows':
        break;
      default:
        Object.assign(metadata, { [decision.field]: decision.value });
    }
  }
  return { kind, metadata };
}

/**
 * What was found in a text with all the person decided laid over it. Decisions name stretches of the
 * immutable text, so they hold for whatever a later parser finds in it. Of two stretches, one inside
 * the other, the smaller was meant more exactly and wins; of two equal ones the later.
 */
export function applyDecisions(
  found: ReportAnalysis,
  decisions: readonly Decision[],
  textLength: number,
): ReportAnalysis {
  if (decisions.length === 0) return found;
  const roles = widestFirst(decisions.filter((one): one is RoleDecision => one.field === 'role'));
  const topics = widestFirst(
    decisions.filter((one): one is TopicsDecision => one.field === 'topics'),
  );
  const extents = sectionExtents(found.sections, textLength);
  return {
    ...found,
    ...applyFactDecisions(found, decisions),
    sections: found.sections.map((section, at) => ({
      ...section,
      role: roles.findLast(({ value }) => holds(value, section.start))?.value.role ?? section.role,
      // A heading takes the topics decided for its whole section, not those of one sentence in it.
      topics:
        topics.findLast(({ value }) => covers(value, extents[at] as Span))?.value.topics ??
        section.topics,
    })),
    passages: found.passages.map((passage) => ({
      ...passage,
      topics:
        topics.findLast(({ value }) => holds(value, middleOf(passage)))?.value.topics ??
        passage.topics,
    })),
    ...(found.roles === undefined ? {} : { roles: roles.reduce(layOver, found.roles) }),
  };
}

type RoleSpan = NonNullable<ReportAnalysis['roles']>[number];

/** Cuts the decided stretch out of the spans it touches and puts it in; they still cover the text in order. */
function layOver(spans: readonly RoleSpan[], { value }: RoleDecision): RoleSpan[] {
  const { start, end } = value;
  const rest = spans.flatMap((span) => [
    { ...span, end: Math.min(span.end, start) },
    { ...span, start: Math.max(span.start, end) },
  ]);
  return [...rest, value].filter((span) => span.start < span.end).sort((a, b) => a.start - b.start);
}

function widestFirst<D extends { value: Span }>(decisions: D[]): D[] {
  return decisions.sort((a, b) => b.value.end - b.value.start - (a.value.end - a.value.start));
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A passage that a newer parser cut otherwise belongs where most of it stands. */
function middleOf({ start, end }: Span): number {
  return Math.floor((start + end - 1) / 2);
}
