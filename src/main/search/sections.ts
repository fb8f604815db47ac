import type { Span } from '../../shared/report/report.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** A stretch of a document's text with its place in the report, body included. May be nested. */
export interface SectionExtent extends Span {
  role?: string | null;
  topics?: readonly string[];
}

/** A stretch of text that belongs to one innermost section; parts follow each other without gaps. */
export interface Part {
  /** Offset where the section begins. */
  start: number;
  /** `start`, or the start of the clause it falls into. */
  clauseStart: number;
  /** Number of that clause within the entry. */
  clause: number;
  role: string | null;
  topics: readonly string[];
}

/** A heading with the numbers of the clauses it stands in, or shares, within the entry. */
export interface HeadingPlace extends Span {
  clause: number;
  endClause: number;
}

export interface EntrySections {
  parts: Part[];
  headings: HeadingPlace[];
}

/** Where paragraphs begin, for a text whose sections are not known. */
function paragraphs(text: string): SectionExtent[] {
  const found: SectionExtent[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    found.push({ start, end: end + 1 });
    start = end + 1;
  }
  found.push({ start, end: text.length });
  return found;
}

/**
 * Flattens nested sections into parts that follow each other. Without sections every paragraph is a part.
 *
 * @param clauses bounds of the text's clauses as `cutClauses` gives them.
 */
export function partition(
  text: string,
  clauses: readonly number[],
  sections: readonly SectionExtent[] | undefined,
): Part[] {
  const extents = sections === undefined || sections.length === 0 ? paragraphs(text) : sections;
  const bounds = new Set<number>([0]);
  for (const { start, end } of extents) {
    bounds.add(start);
    bounds.add(end);
  }
  const waiting = extents.toSorted((left, right) => left.start - right.start);
  /** Those that have begun; the last one of them that has not ended is the innermost. */
  const begun: SectionExtent[] = [];
  let next = 0;
  const parts: Part[] = [];
  let clause = 0;
  for (const start of [...bounds].sort((left, right) => left - right)) {
    if (start > 0 && start >= text.length) break;
    while (clause * 2 < clauses.length && (clauses[clause * 2 + 1] as number) <= start) clause++;
    const clauseStart = Math.min(start, clauses[clause * 2] ?? start);
    for (; (waiting[next]?.start ?? Infinity) <= start; next += 1) {
      begun.push(waiting[next] as SectionExtent);
    }
    while ((begun.at(-1)?.end ?? Infinity) <= start) begun.pop();
    const section = begun.at(-1);
    parts.push({
      start,
      clauseStart,
      clause,
      role: section?.role ?? null,
      topics: section?.topics ?? [],
    });
  }
  return parts;
}

/** @param labelOf the number of a role's or topic's name, at least 1. */
export function packSections(
  sections: EntrySections,
  labelOf: (name: string) => number,
): Uint8Array {
  const writer = new ByteWriter();
  writer.writeVarint(sections.parts.length);
  let start = 0;
  let clause = 0;
  for (const part of sections.parts) {
    writer.writeVarint(part.clause - clause);
    writer.writeVarint(part.start - start);
    writer.writeVarint(part.start - part.clauseStart);
    writer.writeVarint(part.role === null ? 0 : labelOf(part.role));
    writer.writeVarint(part.topics.length);
    for (const topic of part.topics) writer.writeVarint(labelOf(topic));
    start = part.start;
    clause = part.clause;
  }
  writer.writeVarint(sections.headings.length);
  let end = 0;
  clause = 0;
  for (const heading of sections.headings) {
    writer.writeVarint(heading.start - end);
    writer.writeVarint(heading.end - heading.start);
    writer.writeVarint(heading.clause - clause);
    writer.writeVarint(heading.endClause - heading.clause);
    end = heading.end;
    clause = heading.clause;
  }
  return writer.view();
}

export function unpackSections(
  bytes: Uint8Array,
  nameOf: (label: number) => string,
): EntrySections {
  const reader = new ByteReader(bytes);
  const parts: Part[] = [];
  let start = 0;
  let clause = 0;
  for (let count = reader.readVarint(); count > 0; count--) {
    clause += reader.readVarint();
    start += reader.readVarint();
    const clauseStart = start - reader.readVarint();
    const role = reader.readVarint();
    const topics: string[] = [];
    for (let more = reader.readVarint(); more > 0; more--) topics.push(nameOf(reader.readVarint()));
    parts.push({ start, clauseStart, clause, role: role === 0 ? null : nameOf(role), topics });
  }
  const headings: HeadingPlace[] = [];
  let end = 0;
  clause = 0;
  for (let count = reader.readVarint(); count > 0; count--) {
    const headingStart = end + reader.readVarint();
    end = headingStart + reader.readVarint();
    clause += reader.readVarint();
    const endClause = clause + reader.readVarint();
    headings.push({ start: headingStart, end, clause, endClause });
  }
  return { parts, headings };
}

/** The clauses of the library that an entry's headings stand in: starts and ends, ascending. */
export function headingClauses(bytes: Uint8Array, firstClause: number): number[] {
  const reader = new ByteReader(bytes);
  for (let count = reader.readVarint(); count > 0; count--) {
    reader.skipVarints(4);
    reader.skipVarints(reader.readVarint());
  }
  const found: number[] = [];
  let clause = firstClause;
  for (let count = reader.readVarint(); count > 0; count--) {
    reader.readVarint();
    reader.readVarint();
    clause += reader.readVarint();
    const end = clause + reader.readVarint();
    // Headings may share a clause: 工作回顾一、经济.
    if (clause <= (found.at(-1) ?? -1)) found[found.length - 1] = Math.max(end, found.at(-1) ?? 0);
    else found.push(clause, end);
  }
  return found;
}

/**
 * Places headings among the clauses of a text. Of headings that overlap, the first is kept.
 *
 * @param clauses bounds of the text's clauses as `cutClauses` gives them.
 */
export function placeHeadings(
  headings: readonly Span[],
  clauses: readonly number[],
): HeadingPlace[] {
  const placed: HeadingPlace[] = [];
  const count = clauses.length / 2;
  let textEnd = 0;
  let clause = 0;
  for (const { start, end } of [...headings].sort((left, right) => left.start - right.start)) {
    if (start < textEnd || end <= start) continue;
    while (clause < count && (clauses[clause * 2 + 1] as number) <= start) clause++;
    let endClause = clause;
    while (endClause < count && (clauses[endClause * 2] as number) < end) endClause++;
    placed.push({ start, end, clause, endClause });
    textEnd = end;
  }
  return placed;
}
