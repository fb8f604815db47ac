import { addBit, giveNumber, NUMBERED, numberAt } from './characterNumbers.ts';
import { needsOf, type PatternNeeds } from './patternNeeds.ts';

/** Of the bits that words share, that of all words of which nothing is known but their first character. */
const SHORT = 1 << 31;
const SHARED_BITS = 31;

/** Words that are tried one after the other: one as it is written, or several as a pattern. */
type Attempt = string | RegExp;

/**
 * Some hundred words, of which only those are tried that begin with the character that stands there. One pattern of them
 * all tries hundreds where none fits, as is the case mostly; and most are compared as they are written, because a pattern
 * that is asked now and then is fetched from afar. Nothing at all is tried where no word begins with the two
 * characters that stand there: every word has one of 32 bits, and two tables tell those of the words that have a
 * character first and of those that have one second.
 */
export class ManyWords {
  private readonly first = new Int32Array(NUMBERED);
  private readonly second = new Int32Array(NUMBERED);
  /** The bits of words that may begin with any character, told by their second one: 印刷厂, 石料场. */
  private anyFirst = 0;
  /** By the number of a character which of the attempts are those at what may begin with it, in the order written. */
  private readonly places = new Uint16Array(NUMBERED);
  private readonly attempts: Attempt[][] = [];
  /** What holds behind each of them; the patterns have it in them. */
  private readonly behind: RegExp | null;

  /**
   * @param words alternatives of a pattern, with | between them; none may be empty.
   * @param behind what holds behind each of them: (?=…), (?!…).
   */
  constructor(words: string, behind = '') {
    const alternatives = needsOf(new RegExp(words));
    for (const [at, { source, first, second }] of alternatives.entries()) {
      if (first === null && second === null) throw new Error(`May begin with anything: ${source}`);
      const bit = second === null ? SHORT : 1 << (at % SHARED_BITS);
      if (first === null) this.anyFirst |= bit;
      else addBit(this.first, first, bit);
      if (second !== null) addBit(this.second, second, bit);
    }
    this.behind = behind === '' ? null : new RegExp(behind, 'y');
    const ofAny = alternatives.filter(({ first }) => first === null);
    this.attempts.push(
      attemptsAt(
        ofAny.map(({ source }) => source),
        behind,
      ),
    );
    for (const [character, sources] of byOpening(alternatives)) {
      this.places[giveNumber(character.charCodeAt(0))] = this.attempts.length;
      this.attempts.push(attemptsAt(sources, behind));
    }
  }

  /** Where the one ends that stands at `at`, −1 where none does. */
  endAt(words: string, at: number): number {
    if (at >= words.length) return -1;
    const number = numberAt(words, at);
    const next = at + 1 < words.length ? (this.second[numberAt(words, at + 1)] as number) : 0;
    const fits = ((this.first[number] as number) | this.anyFirst) & (next | SHORT);
    return fits === 0 ? -1 : this.tryAt(words, at, number);
  }

  private tryAt(words: string, at: number, number: number): number {
    const { behind } = this;
    for (const attempt of this.attempts[this.places[number] as number] as Attempt[]) {
      if (typeof attempt === 'string') {
        if (!standsAt(attempt, words, at)) continue;
        const end = at + attempt.length;
        if (behind === null || holdsAt(behind, words, end)) return end;
      } else if (holdsAt(attempt, words, at)) {
        return attempt.lastIndex;
      }
    }
    return -1;
  }

  /** How far they reach, one behind the other, from the start of `words`: what ^(?:a|b|…)+ takes. */
  runLength(words: string): number {
    let end = 0;
    for (let next = this.endAt(words, 0); next > 0; next = this.endAt(words, end)) end = next;
    return end;
  }

  opens(words: string): boolean {
    return this.endAt(words, 0) > 0;
  }

  /** Where the first of them from `from` on stands, −1 where none does. */
  search(words: string, from = 0): number {
    if (from >= words.length) return -1;
    const { first, second, anyFirst } = this;
    const last = words.length - 1;
    let number = numberAt(words, from);
    for (let at = from; at < last; at += 1) {
      const next = numberAt(words, at + 1);
      const fits = ((first[number] as number) | anyFirst) & ((second[next] as number) | SHORT);
      if (fits !== 0 && this.tryAt(words, at, number) > 0) return at;
      number = next;
    }
    return this.endAt(words, last) > 0 ? last : -1;
  }

  /** Without those that stand at its start. */
  removeFrom(words: string): string {
    const length = this.runLength(words);
    return length === 0 ? words : words.slice(length);
  }
}

function standsAt(word: string, words: string, at: number): boolean {
  if (at + word.length > words.length) return false;
  for (let by = 0; by < word.length; by += 1) {
    if (words.charCodeAt(at + by) !== word.charCodeAt(by)) return false;
  }
  return true;
}

function holdsAt(pattern: RegExp, words: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(words);
}

/** 化解 is written out, and so is 发展到? as two words. */
const WRITTEN_OUT = /^[\u4e00-\u9fff]+\??$/;

/** Alternatives as attempts in the same order; those that are not written out, one behind the other, as one pattern. */
function attemptsAt(sources: readonly string[], behind: string): Attempt[] {
  const attempts: Attempt[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) attempts.push(new RegExp(`(?:${open.join('|')})${behind}`, 'y'));
    open = [];
  };
  for (const source of sources) {
    if (!WRITTEN_OUT.test(source)) {
      open.push(source);
      continue;
    }
    close();
    if (source.endsWith('?')) attempts.push(source.slice(0, -1), source.slice(0, -2));
    else attempts.push(source);
  }
  close();
  return attempts;
}

/** The words that may begin with each of the characters that one begins with, in the order written. */
function byOpening(alternatives: readonly PatternNeeds[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const ofAny: string[] = [];
  for (const { source, first } of alternatives) {
    if (first === null) {
      ofAny.push(source);
      for (const sources of found.values()) sources.push(source);
    }
    for (const character of first ?? []) {
      const sources = found.get(character);
      if (sources === undefined) found.set(character, [...ofAny, source]);
      else sources.push(source);
    }
  }
  return found;
}
