import { needsOf } from './patternNeeds.ts';

/**
 * Words that stand one behind the other in front of a name, any of some hundred: ^(?:a|b|…)+, of which only those are tried
 * that begin with the character that stands there. The pattern tries hundreds where none fits, as is the case mostly.
 */
export class LeadingRun {
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

  /** How much of the words it takes, from their start; 0 where it does not begin there. */
  lengthIn(words: string): number {
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
    return this.lengthIn(words) > 0;
  }

  removeFrom(words: string): string {
    const length = this.lengthIn(words);
    return length === 0 ? words : words.slice(length);
  }
}
