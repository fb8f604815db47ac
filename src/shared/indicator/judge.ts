import { ofPlace } from './definition.ts';
import { isUnknownName } from './firms.ts';
import { type GuessedOwner, guessOwner, type Opening, readOpening } from './guessedOwner.ts';
import { judgeNature, type NatureJudgement, type Surroundings } from './nature.ts';
import { MAY_NAME, ownersIn, subjectOf } from './owners.ts';
import { ahead } from './questions.ts';
import type { ReadingScope } from './reading.ts';
import { judgeScope, type ScopeClues } from './scope.ts';
import type { NamedFigure, SentenceWork } from './sentenceWork.ts';
import type { Indicator } from './vocabulary.ts';

/** A named figure, with whose it is and whether it is done, planned or only there. */
export interface JudgedFigure extends NamedFigure {
  /** Of its name in the shared list. */
  indicator: Indicator | null;
  isValue: boolean;
  /** Where the words in front of it that are judged begin, and where they end. */
  wordsStart: number;
  wordsEnd: number;
  around: Surroundings;
  clues: ScopeClues;
  judged: NatureJudgement;
  scope: ReadingScope;
  guessed: GuessedOwner | null;
}

/** Judges the words in front of a figure; those of a sentence in their order. */
export function judge(named: NamedFigure): JudgedFigure {
  const { work, figure, name, clause } = named;
  const [clauseStart, clauseEnd] = clause;
  const { view, vocabulary, sentence } = work;
  const { quantity } = figure;
  const isValue = figure.kind === 'value' || figure.kind === 'increase';
  const wordsEnd = Math.min(figure.cueStart, quantity.start);
  const wordsStart = Math.max(sentence.start, wordsEnd - 160);
  const clauseFrom = Math.min(clauseStart, wordsEnd);
  const clauseMarks = ahead.marksOf(view.text, clauseFrom, wordsEnd);
  const around: Surroundings = {
    before: view.text.slice(wordsStart, wordsEnd),
    clauseBefore: view.text.slice(clauseFrom, wordsEnd),
    marks: marksAhead(work, clauseFrom) | clauseMarks,
    clauseMarks,
    after: view.text.slice(quantity.end, clauseEnd),
    role: work.role,
  };
  const judged = judgeNature(around);
  const clues = {
    before: around.before,
    namesOwner: (within: 'clause' | 'sentence') => {
      if (!MAY_NAME.mayMatch(within === 'clause' ? around.clauseMarks : around.marks)) return false;
      work.owners ??= ownersIn(view.text, sentence.start, ownersEnd(work));
      const from = within === 'clause' ? clauseFrom : wordsStart;
      return work.owners.some(({ start, end }) => start >= from && end < wordsEnd);
    },
    opensUnknown: () => {
      work.unknown ??= isUnknownName(
        subjectOf(view.text, sentence.start, sentence.end),
        vocabulary.aliases,
      );
      return work.unknown;
    },
    topic: work.topic,
    ledBy: work.ledBy,
    clauseBefore: around.clauseBefore,
    marks: around.marks,
    clauseMarks: around.clauseMarks,
    name: name.name,
    object: name.object,
    attributive: name.attributive,
    ofAThing: name.ofAThing,
    after: name.after,
    unit: quantity.unitText,
    own: work.own,
    rank: figure.kind === 'rank',
    last: work.last?.scope ?? null,
    listed: work.last?.located === true && view.text.charAt(work.last.end) === '、',
  };
  const judgedScope = judgeScope(clues);
  const indicator = name.key === null ? null : (vocabulary.indicators.get(name.key) ?? null);
  const ofTown = ofPlace(indicator);
  const guessed =
    judgedScope === 'town'
      ? guessOwner(clues, name, ofTown, isValue, () => openingOf(work), vocabulary)
      : null;
  const scope = guessed?.scope ?? judgedScope;
  const located = !name.attributive && !name.ofAThing && !name.after;
  work.last = { scope, end: quantity.end, located };
  return {
    work,
    figure,
    name,
    clause,
    indicator,
    isValue,
    wordsStart,
    wordsEnd,
    around,
    clues,
    judged,
    scope,
    guessed,
  };
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

function openingOf(work: SentenceWork): Opening {
  work.opening ??= readOpening(work.view.text, work.sentence, work.vocabulary);
  return work.opening;
}

/** What is named behind the last figure owns none; a few characters more, as names are told by what follows them. */
function ownersEnd({ figures, sentence }: SentenceWork): number {
  const last = figures.at(-1)?.quantity.end ?? sentence.end;
  return Math.min(sentence.end, last + BEHIND_A_NAME);
}

const BEHIND_A_NAME = 8;
