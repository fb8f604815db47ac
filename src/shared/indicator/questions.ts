import { addBit, NUMBERED, numberAt } from './characterNumbers.ts';
import { type Characters, needsOf } from './patternNeeds.ts';

/**
 * Patterns that are asked of the same words. A figure asks some forty of the few words in front of it, and nearly all find
 * nothing: what they need is told by one walk over the characters, and only the patterns that may find something are run.
 */
export class Questions {
  /** By the number of a character, a bit for each pattern that may match where it stands. */
  private readonly first = new Int32Array(NUMBERED);
  private readonly last = new Int32Array(NUMBERED);
  private readonly anywhere = new Int32Array(NUMBERED);
  /** Patterns of which nothing is known. */
  private always = 0;
  private count = 0;

  /**
   * A pattern that is asked of the very words the marks are told of.
   *
   * @param pattern without g and y: it remembers nothing from one question to the next.
   */
  ofAll(pattern: RegExp): Question {
    const bit = this.nextBit();
    for (const { first, atStart, last, atEnd, anywhere } of needsOf(pattern)) {
      if (atStart && first !== null) addBit(this.first, first, bit);
      else if (atEnd && last !== null) addBit(this.last, last, bit);
      else this.markAnywhere(anywhere, bit);
    }
    return new Question(pattern, bit);
  }

  /** A pattern that is asked of a part of those words, too, or of what is left when some are taken out. */
  ofSome(pattern: RegExp): Question {
    const bit = this.nextBit();
    for (const { anywhere } of needsOf(pattern)) this.markAnywhere(anywhere, bit);
    return new Question(pattern, bit);
  }

  /** Which of the patterns may match text[start, end), to be handed on to them. */
  marksOf(text: string, start: number, end: number): number {
    if (start >= end) return this.always;
    let marks = this.always;
    marks |= this.first[numberAt(text, start)] as number;
    marks |= this.last[numberAt(text, end - 1)] as number;
    const { anywhere } = this;
    for (let at = start; at < end; at += 1) marks |= anywhere[numberAt(text, at)] as number;
    return marks;
  }

  private nextBit(): number {
    if (this.count === 32) throw new Error('More patterns than bits');
    this.count += 1;
    return 1 << (this.count - 1);
  }

  private markAnywhere(characters: Characters, bit: number): void {
    if (characters === null) this.always |= bit;
    else addBit(this.anywhere, characters, bit);
  }
}

/** One of the patterns of `Questions`. */
export class Question {
  readonly pattern: RegExp;
  private readonly bit: number;

  constructor(pattern: RegExp, bit: number) {
    this.pattern = pattern;
    this.bit = bit;
  }

  /** False where the pattern finds nothing in the words that the marks are told of. */
  mayMatch(marks: number): boolean {
    return (marks & this.bit) !== 0;
  }

  test(words: string, marks: number): boolean {
    return (marks & this.bit) !== 0 && this.pattern.test(words);
  }

  exec(words: string, marks: number): RegExpExecArray | null {
    return (marks & this.bit) !== 0 ? this.pattern.exec(words) : null;
  }
}

/** What is asked of the words in front of a figure, in its clause and in its sentence. */
export const ahead = new Questions();

/** What is asked of the words between a figure and the one before it, or the start of its sentence. */
export const beside = new Questions();

/** What is asked of the words that a figure may be called by. */
export const called = new Questions();
