import type { Connection } from '../store/connection.ts';

/** One literal that the index and a scan of the texts disagree about. */
export interface Disagreement {
  literal: string;
  /** Occurrences in the texts. */
  expected: number;
  /** Occurrences that the search found. */
  found: number;
}

/** 搜索自检 */
export interface SelfCheck {
  checked: number;
  disagreements: Disagreement[];
  /** Texts of which the index has kept too much or too little: a rebuild is due. */
  damagedTexts: number;
}

/** The entries' texts as they were stored: the truth that the index has to agree with. */
function* readTexts(connection: Connection): Generator<string> {
  const pieces = connection
    .prepare<[], [number, Buffer]>('SELECT start, text FROM search_text ORDER BY first_clause')
    .raw()
    .iterate();
  let text = '';
  for (const [start, piece] of pieces) {
    if (start === 0) {
      yield text;
      text = '';
    }
    text += piece.toString('utf16le');
  }
  yield text;
}

function countIn(text: string, literal: string): number {
  let count = 0;
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + literal.length)) {
    count++;
  }
  return count;
}

/** Entries whose pieces do not add up to the text they were cut from. */
function countDamaged(connection: Connection): number {
  const count = connection
    .prepare<[], number>(
      `SELECT count(*) FROM search_entry AS entry WHERE length * 2 <> (
         SELECT coalesce(sum(length(text)), 0) FROM search_text AS piece
         WHERE piece.first_clause >= entry.first_clause AND piece.first_clause < entry.end_clause)`,
    )
    .pluck()
    .get();
  return count ?? 0;
}

/** A passage without white space and quotes, so that it can be searched for inside quotes. */
function drawLiteral(texts: readonly string[], random: () => number): string | undefined {
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  const start = Math.floor(random() * text.length);
  const literal = text.slice(start, start + 1 + Math.floor(random() * 8));
  return /["\s]/.test(literal) || literal === '' ? undefined : literal;
}

/**
 * Draws random passages of the library and compares what the search finds with a scan of all texts.
 *
 * @param random numbers from 0 to 1; the caller's, so that a check can be repeated.
 */
export function checkSearch(
  connection: Connection,
  count: number,
  random: () => number,
  countFound: (literal: string) => number,
): SelfCheck {
  const texts = [...readTexts(connection)].filter((text) => text !== '');
  const literals = new Set<string>();
  for (let tries = count * 10; tries > 0 && literals.size < count; tries--) {
    const literal = drawLiteral(texts, random);
    if (literal !== undefined) literals.add(literal);
  }
  const disagreements: Disagreement[] = [];
  for (const literal of literals) {
    const expected = texts.reduce((sum, text) => sum + countIn(text, literal), 0);
    const found = countFound(literal);
    if (found !== expected) disagreements.push({ literal, expected, found });
  }
  return { checked: literals.size, disagreements, damagedTexts: countDamaged(connection) };
}
