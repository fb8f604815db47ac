import { Clues } from './clues.ts';
import { ofPlace } from './definition.ts';
import { type GuessedOwner, guessOwner } from './guessedOwner.ts';
import { judgeNature, type NatureJudgement } from './nature.ts';
import type { ReadingScope } from './reading.ts';
import { isBehindOne, judgeScope } from './scope.ts';
import type { NamedFigure } from './sentenceWork.ts';
import type { Indicator } from './vocabulary.ts';

/** A named figure, with whose it is and whether it is done, planned or only there. */
export interface JudgedFigure extends NamedFigure {
  /** Of its name in the shared list. */
  indicator: Indicator | null;
  isValue: boolean;
  clues: Clues;
  judged: NatureJudgement;
  scope: ReadingScope;
  guessed: GuessedOwner | null;
}

/** Judges the words in front of a figure; those of a sentence in their order. */
export function judge(named: NamedFigure): JudgedFigure {
  const { work, figure, name, clause } = named;
  const isValue = figure.kind === 'value' || figure.kind === 'increase';
  const clues = new Clues(named);
  const judged = judgeNature(clues);
  const judgedScope = judgeScope(clues);
  const indicator = name.key === null ? null : (work.vocabulary.indicators.get(name.key) ?? null);
  const guessed =
    judgedScope === 'town' ? guessOwner(clues, ofPlace(indicator), isValue, work.vocabulary) : null;
  const scope = guessed?.scope ?? judgedScope;
  const located = !name.attributive && !name.ofAThing && !name.after;
  work.last = { scope, end: figure.quantity.end, located, behindOne: isBehindOne(clues) };
  return { work, figure, name, clause, indicator, isValue, clues, judged, scope, guessed };
}
