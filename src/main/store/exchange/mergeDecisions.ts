import { isDeepStrictEqual } from 'node:util';
import type { Decision, DecisionChoice } from '../../../shared/contract/schemas/report.ts';
import type { Storage } from '../storage.ts';
import { gatherDecisions } from './gather.ts';
import type { KeptDecision, PartDecision } from './part.ts';
import type { Place } from './places.ts';

/** What is taken of the decisions about one report. */
export interface DecisionStep {
  /** Of the report here. */
  reportId: string;
  rows: PartDecision[];
}

/**
 * A field that anybody ever decided here stays as it is; where theirs is another value, that is told. All
 * other fields come with their whole history.
 */
export function planDecisions(
  storage: Storage,
  places: readonly Place[],
): { steps: DecisionStep[]; kept: KeptDecision[] } {
  const idHere = new Map(places.map(({ report, id }) => [report.id, id]));
  const decided = new Map<string, PartDecision[]>();
  const kept: KeptDecision[] = [];
  const steps = places.map((place): DecisionStep => {
    const mine = decided.get(place.id) ?? gatherDecisions(storage, place.id);
    const { move } = place;
    const theirs = place.report.decisions.map((row) => moveDecision(row, move, idHere));
    const rows = [...byField(theirs)].flatMap(([field, rowsOfField]) => {
      const unknown = unknownOf(storage, rowsOfField);
      const mineOfField = mine.filter(({ decision }) => decision.field === field);
      if (mineOfField.length === 0) return unknown;
      if (unknown.length > 0) kept.push(...differing(place, field, mineOfField, rowsOfField));
      return [];
    });
    decided.set(place.id, [...mine, ...rows]);
    return { reportId: place.id, rows };
  });
  return { steps: steps.filter(({ rows }) => rows.length > 0), kept };
}

function byField(
  rows: readonly (PartDecision | undefined)[],
): Map<Decision['field'], PartDecision[]> {
  const groups = new Map<Decision['field'], PartDecision[]>();
  const there = new Set<string>();
  for (const row of rows) {
    // What takes back a decision that could not come along cannot come either.
    if (row === undefined || (row.undoes !== null && !there.has(row.undoes))) continue;
    there.add(row.decision.id);
    groups.set(row.decision.field, [...(groups.get(row.decision.field) ?? []), row]);
  }
  return groups;
}

/** Known ones may stand on another version of the report; what takes one of them back stays with them. */
function unknownOf({ connection }: Storage, rows: readonly PartDecision[]): PartDecision[] {
  const find = connection.prepare('SELECT 1 FROM report_decisions WHERE id = ?');
  const unknown = rows.filter(({ decision }) => find.get(decision.id) === undefined);
  const ids = new Set(unknown.map(({ decision }) => decision.id));
  return unknown.filter(({ undoes }) => undoes === null || ids.has(undoes));
}

/** As it reads here; undefined where its words or its other report are not here. */
function moveDecision(
  row: PartDecision,
  move: Place['move'],
  idHere: ReadonlyMap<string, string>,
): PartDecision | undefined {
  const { decision } = row;
  if (decision.field === 'follows') {
    const value = idHere.get(decision.value);
    return value === undefined ? undefined : { ...row, decision: { ...decision, value } };
  }
  if (decision.field !== 'role' && decision.field !== 'topics') return row;
  const span = move(decision.value);
  if (span === undefined) return undefined;
  return { ...row, decision: { ...decision, value: { ...decision.value, ...span } } as Decision };
}

function inForce(rows: readonly PartDecision[]): DecisionChoice['value'][] {
  const undone = new Set(rows.map(({ undoes }) => undoes));
  const values = rows
    .filter(({ decision, undoes }) => undoes === null && !undone.has(decision.id))
    .map(({ decision }) => decision.value);
  return values;
}

function differing(
  { report }: Place,
  field: Decision['field'],
  mine: readonly PartDecision[],
  theirs: readonly PartDecision[],
): KeptDecision[] {
  const [ours, others] = [inForce(mine), inForce(theirs)];
  if (others.length === 0 || isDeepStrictEqual(ours.at(-1), others.at(-1))) return [];
  return [
    {
      reportTitle: report.title,
      field,
      mine: inWords(ours.at(-1)),
      theirs: inWords(others.at(-1)),
    },
  ];
}

function inWords(value: DecisionChoice['value'] | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  return 'role' in value ? value.role : value.topics.join(' ');
}

export function takeDecisions({ connection }: Storage, { reportId, rows }: DecisionStep): void {
  const insert = connection.prepare(
    `INSERT INTO report_decisions (id, report_id, field, value, author, decided_at, sequence, undoes)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM report_decisions), ?)`,
  );
  for (const { decision, author, undoes } of rows) {
    const { id, field, value, decidedAt } = decision;
    insert.run(id, reportId, field, JSON.stringify(value), author, decidedAt, undoes);
  }
}
