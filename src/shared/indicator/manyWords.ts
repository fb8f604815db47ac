import { needsOf } from './patternNeeds.ts';

/**
 * Some hundred words, of which only those are tried that begin with the character that stands there. One pattern of them
 * all tries hundreds where none fits, as is the case mostly.
 */
export class ManyWords {
  /** By the code of a character what may begin with it, in the order written. */
  private readonly byFirst = new Map<number, RegExp>();

  /** @param words alternatives of a pattern, with | between them; none may be empty. */
  constructor(words: string) {
    const sources = new Map<number, string[]>();
    for (const { source, first } of needsOf(new RegExp(words))) {
      if (first === null) throw new Error(`May begin with anything: ${source}`);
      for (const character of first) {
        const code = character.charCodeAt(0);
        const known = sources.get(code);
        if (known === undefined) sources.set(code, [source]);
        else known.push(source);
      }
    }
    for (const [code, alternatives] of sources) {
      this.byFirst.set(code, new RegExp(alternatives.join('|'), 'y'));
    }
  }

  /** How far they reach, one behind the other, from the start of `words`: what ^(?:a|b|…)+ takes. */
  runLength(words: string): number {
    let end = 0;
    for (;;) {
      const pattern = this.byFirst.get(words.charCodeAt(end));
      if (pattern === undefined) return end;
      pattern.lastIndex = end;
      if (!pattern.test(words)) return end;
      end = pattern.lastIndex;
    }
  }

  opens(words: string): boolean {
    return this.runLength(words) > 0;
  }

  /** Where the first of them stands, −1 where none does. */
  search(words: string): number {
    for (let at = 0; at < words.length; at += 1) {
      const pattern = this.byFirst.get(words.charCodeAt(at));
      if (pattern === undefined) continue;
      pattern.lastIndex = at;
      if (pattern.test(words)) return at;
    }
    return -1;
  }

  /** Without those that stand at its start. */
  removeFrom(words: string): string {
    const length = this.runLength(words);
    return length === 0 ? words : words.slice(length);
  }
}
