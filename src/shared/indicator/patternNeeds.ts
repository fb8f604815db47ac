/** Characters of which one must stand in a place; null where any may. */
export type Characters = ReadonlySet<string> | null;

/** Without which characters an alternative of a pattern cannot match: the sets may be too large, never too small. */
export interface PatternNeeds {
  /** The alternative by itself, as it is written. */
  source: string;
  /** One of them stands in every match. */
  anywhere: Characters;
  /** One of them stands first in every match; `atStart`: ^ binds it to the start of the words. */
  first: Characters;
  atStart: boolean;
  /** One of them stands second in every match; null where a match may be shorter, too. */
  second: Characters;
  /** One of them stands last in every match; `atEnd`: $ binds it to their end. */
  last: Characters;
  atEnd: boolean;
}

/** A piece of a pattern. */
interface Piece extends Pick<PatternNeeds, 'anywhere' | 'first' | 'second' | 'last'> {
  mayBeEmpty: boolean;
  /** One character, no more and no fewer. */
  single: boolean;
}

/** What \s stands for. */
const BLANKS = new Set(
  '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);
const NONE: ReadonlySet<string> = new Set();
/** ^, $ and what only looks ahead or behind are part of no match. */
const NOTHING: Piece = {
  anywhere: null,
  first: NONE,
  second: null,
  last: NONE,
  mayBeEmpty: true,
  single: false,
};
const ANY: Piece = {
  anywhere: null,
  first: null,
  second: null,
  last: null,
  mayBeEmpty: false,
  single: true,
};
/** A larger class refuses next to nothing. */
const LARGEST_CLASS = 100;

/**
 * Reads from the source of a pattern what each of its outermost alternatives needs. Knows what the patterns of this folder
 * are written with; throws on anything else.
 */
export function needsOf(pattern: RegExp): PatternNeeds[] {
  if (/[imuv]/.test(pattern.flags)) throw new Error(`Flags that are not known: ${pattern}`);
  const reader = new PatternReader(pattern.source);
  const found: PatternNeeds[] = [];
  do {
    const { sequence, source, atStart, atEnd } = reader.readSequence();
    const { anywhere, first, second, last, mayBeEmpty } = sequence;
    found.push({
      source,
      anywhere,
      first: mayBeEmpty ? null : first,
      second,
      atStart,
      last: mayBeEmpty ? null : last,
      atEnd,
    });
  } while (reader.take('|'));
  return found;
}

class PatternReader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  take(words: string): boolean {
    if (!this.source.startsWith(words, this.at)) return false;
    this.at += words.length;
    return true;
  }

  /** Up to the next | or ) of the same depth. */
  readSequence(): { sequence: Piece; source: string; atStart: boolean; atEnd: boolean } {
    const pieces: Piece[] = [];
    const start = this.at;
    let atEnd = false;
    while (this.at < this.source.length && !'|)'.includes(this.source.charAt(this.at))) {
      atEnd = this.source[this.at] === '$';
      pieces.push(this.repeated(this.readAtom()));
    }
    const source = this.source.slice(start, this.at);
    return { sequence: joined(pieces), source, atStart: source.startsWith('^'), atEnd };
  }

  private readAtom(): Piece {
    if (this.take('^') || this.take('$')) return NOTHING;
    if (this.take('.')) return ANY;
    if (this.take('[')) return oneOf(this.readClass());
    if (this.take('(')) return this.readGroup();
    return oneOf(this.readCharacter());
  }

  private readGroup(): Piece {
    const looks = ['?=', '?!', '?<=', '?<!'].some((mark) => this.take(mark));
    if (!looks && !this.take('?:')) {
      const name = /\?<\w+>/y;
      name.lastIndex = this.at;
      this.at += name.exec(this.source)?.[0].length ?? 0;
    }
    const alternatives: Piece[] = [];
    do alternatives.push(this.readSequence().sequence);
    while (this.take('|'));
    if (!this.take(')')) throw new Error(`A group without an end: ${this.source}`);
    return looks ? NOTHING : anyOf(alternatives);
  }

  private readClass(): Characters {
    const excludes = this.take('^');
    const members = new Set<string>();
    let known = !excludes;
    while (!this.take(']')) {
      const from = this.readCharacter();
      const range = this.source[this.at] === '-' && this.source[this.at + 1] !== ']';
      if (range) this.at += 1;
      const to = range ? this.readCharacter() : from;
      if (from === null || to === null) {
        known = false;
        continue;
      }
      if (!range) {
        for (const one of from) members.add(one);
        continue;
      }
      const [first = 0, last = 0] = [...from, ...to].map((one) => one.charCodeAt(0));
      if (last - first > LARGEST_CLASS) known = false;
      else for (let code = first; code <= last; code += 1) members.add(String.fromCharCode(code));
    }
    return known ? members : null;
  }

  /** One character, or the few that \d or \s stands for; null for other classes. */
  private readCharacter(): Characters {
    const character = this.source.charAt(this.at);
    this.at += 1;
    if (character !== '\\') return new Set(character);
    const escaped = this.source.charAt(this.at);
    this.at += 1;
    if (escaped === 'd') return new Set('0123456789');
    if (escaped === 'u') {
      this.at += 4;
      return new Set(
        String.fromCharCode(Number.parseInt(this.source.slice(this.at - 4, this.at), 16)),
      );
    }
    if (escaped === 'n') return new Set('\n');
    if (escaped === 's') return BLANKS;
    if (/[DSWw]/.test(escaped)) return null;
    if (/[a-zA-Z\d]/.test(escaped)) throw new Error(`An escape that is not known: ${this.source}`);
    return new Set(escaped);
  }

  private repeated(piece: Piece): Piece {
    const mark = /[?*+]\??|\{(\d+)(?:,\d*)?\}\??/y;
    mark.lastIndex = this.at;
    const match = mark.exec(this.source);
    if (match === null) return piece;
    this.at += match[0].length;
    const optional = match[1] === undefined ? !match[0].startsWith('+') : match[1] === '0';
    const repeated = { ...piece, second: null, single: false };
    return optional ? { ...repeated, anywhere: null, mayBeEmpty: true } : repeated;
  }
}

function oneOf(characters: Characters): Piece {
  if (characters === null || characters.size > LARGEST_CLASS) return ANY;
  return { ...ANY, anywhere: characters, first: characters, last: characters };
}

function anyOf(alternatives: readonly Piece[]): Piece {
  return {
    anywhere: union(alternatives.map(({ anywhere }) => anywhere)),
    first: union(alternatives.map(({ first }) => first)),
    second: union(alternatives.map(({ second }) => second)),
    last: union(alternatives.map(({ last }) => last)),
    mayBeEmpty: alternatives.some(({ mayBeEmpty }) => mayBeEmpty),
    single: alternatives.every(({ single }) => single),
  };
}

function joined(pieces: readonly Piece[]): Piece {
  const filled = (piece: Piece) => !piece.mayBeEmpty;
  const closing = pieces.slice(Math.max(0, pieces.findLastIndex(filled)));
  const needed = pieces.map(({ anywhere }) => anywhere).filter((each) => each !== null);
  return {
    anywhere: needed.toSorted((one, other) => frequency(one) - frequency(other))[0] ?? null,
    first: firstOf(pieces),
    second: secondOf(pieces.filter((piece) => piece !== NOTHING)),
    last: union(closing.map(({ last }) => last)),
    mayBeEmpty: !pieces.some(filled),
    single: false,
  };
}

function secondOf([head, ...behind]: readonly Piece[]): Characters {
  if (head === undefined || head.mayBeEmpty) return null;
  if (!head.single) return head.second;
  return behind.every(({ mayBeEmpty }) => mayBeEmpty) ? null : firstOf(behind);
}

/** What may stand first in pieces one behind the other. */
function firstOf(pieces: readonly Piece[]): Characters {
  const filled = pieces.findIndex(({ mayBeEmpty }) => !mayBeEmpty);
  const opening = filled < 0 ? pieces : pieces.slice(0, filled + 1);
  return union(opening.map(({ first }) => first));
}

/** Every third character of a report is one of these: 目 of 项目 refuses more than 项. */
const COMMON = new Set(
  '业建化新的全产展市实发工设区一和进大动作力推生高成企项人提地政村中等创农国加开年合务个强城会制造体重家升现在能民上镇入完改心经基理平点万',
);

/** How often one of the characters will be met: of what stands one behind the other the rarest refuses the most. */
function frequency(characters: ReadonlySet<string>): number {
  let sum = 0;
  for (const character of characters) sum += COMMON.has(character) ? 10 : 1;
  return sum;
}

function union(sets: readonly Characters[]): Characters {
  const all = new Set<string>();
  for (const set of sets) {
    if (set === null) return null;
    for (const character of set) all.add(character);
  }
  return all;
}
