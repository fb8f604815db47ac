import type { SectionRole } from '../report/report.ts';
import { isUnknownName } from './firms.ts';
import { Opening } from './guessedOwner.ts';
import type { FigureName } from './naming.ts';
import { MAY_NAME, ownersIn, subjectOf, type Topic } from './owners.ts';
import { ahead } from './questions.ts';
import type { ReadingScope } from './reading.ts';
import type { ScopeClues } from './scope.ts';
import type { NamedFigure, SentenceWork } from './sentenceWork.ts';

/** No more words in front of a figure are judged. */
const MOST_BEFORE = 160;

/**
 * The words around a figure and what they tell of whose it is. One object for all who judge it: what only few of them ask
 * for is read when they do.
 */
export class Clues implements ScopeClues {
  readonly before: string;
  readonly clauseBefore: string;
  readonly marks: number;
  readonly clauseMarks: number;
  readonly unit: string;
  readonly rank: boolean;
  readonly last: ReadingScope | null;
  readonly lastBehindOne: boolean;
  readonly listed: boolean;
  /** Where the words in front of it that are judged begin, and where they end. */
  readonly wordsStart: number;
  readonly wordsEnd: number;
  private readonly clauseStart: number;
  private readonly named: NamedFigure;

  /** Of the figures of a sentence in their order: the words in front of them are looked at once. */
  constructor(named: NamedFigure) {
    const { work, figure, clause } = named;
    const { text } = work.view;
    const { quantity } = figure;
    this.named = named;
    this.wordsEnd = Math.min(figure.cueStart, quantity.start);
    this.wordsStart = Math.max(work.sentence.start, this.wordsEnd - MOST_BEFORE);
    this.clauseStart = Math.min(clause[0], this.wordsEnd);
    this.before = text.slice(this.wordsStart, this.wordsEnd);
    this.clauseBefore = text.slice(this.clauseStart, this.wordsEnd);
    this.clauseMarks = ahead.marksOf(text, this.clauseStart, this.wordsEnd);
    this.marks = marksAhead(work, this.clauseStart) | this.clauseMarks;
    this.unit = quantity.unitText;
    this.rank = figure.kind === 'rank';
    this.last = work.last?.scope ?? null;
    this.lastBehindOne = work.last?.behindOne ?? false;
    this.listed = work.last?.located === true && text.charAt(work.last.end) === '、';
  }

  get after(): string {
    const { work, figure, clause } = this.named;
    return work.view.text.slice(figure.quantity.end, clause[1]);
  }

  get role(): SectionRole | null {
    return this.named.work.role;
  }

  get name(): FigureName {
    return this.named.name;
  }

  get own(): ReadingScope {
    return this.named.work.own;
  }

  get topic(): Topic | null {
    return this.named.work.topic;
  }

  get ledBy(): Topic | null {
    return this.named.work.ledBy;
  }

  get opening(): Opening {
    const { work } = this.named;
    work.opening ??= new Opening(work.view.text, work.sentence, work.vocabulary);
    return work.opening;
  }

  namesOwner(within: 'clause' | 'sentence'): boolean {
    if (!MAY_NAME.mayMatch(within === 'clause' ? this.clauseMarks : this.marks)) return false;
    const { work } = this.named;
    work.owners ??= ownersIn(work.view.text, work.sentence.start, ownersEnd(work));
    const from = within === 'clause' ? this.clauseStart : this.wordsStart;
    return work.owners.some(({ start, end }) => start >= from && end < this.wordsEnd);
  }

  opensUnknown(): boolean {
    const { work } = this.named;
    work.unknown ??= isUnknownName(
      subjectOf(work.view.text, work.sentence.start, work.sentence.end),
      work.vocabulary.aliases,
    );
    return work.unknown;
  }
}

/**
 * Marks of what stands between the start of the sentence and `end`, or of some more: a mark too many only has a pattern
 * asked in vain, and no word is looked at twice.
 */
function marksAhead({ ahead: seen, view }: SentenceWork, end: number): number {
  if (end > seen.end) {
    seen.marks |= ahead.marksOf(view.text, seen.end, end);
    seen.end = end;
  }
  return seen.marks;
}

/** What is named behind the last figure owns none; a few characters more, as names are told by what follows them. */
function ownersEnd({ figures, sentence }: SentenceWork): number {
  const last = figures.at(-1)?.quantity.end ?? sentence.end;
  return Math.min(sentence.end, last + BEHIND_A_NAME);
}

const BEHIND_A_NAME = 8;
