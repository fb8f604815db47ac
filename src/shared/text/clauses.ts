/** Characters of normalised text that end a clause. A full stop does too, except inside a number. */
const SEPARATORS = ' ,;:?!()"\'、《》〈〉【】〔〕〖〗[]{}<>…-~\0';
const FULL_STOP = 0x2e;

/** Behind the last of them: most characters of a text are looked up in no table. */
const NO_SEPARATOR_FROM = 0x3100;
const IS_SEPARATOR = new Uint8Array(NO_SEPARATOR_FROM);
for (let i = 0; i < SEPARATORS.length; i++) IS_SEPARATOR[SEPARATORS.charCodeAt(i)] = 1;
IS_SEPARATOR[FULL_STOP] = 1;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isInsideNumber(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

/**
 * Cuts normalised text into clauses (分句): the longest runs without punctuation or white space.
 * Returns start and end of each, one after the other: “产业发展,增长1.87亿元.” → [0, 4, 5, 13].
 *
 * The same rule cuts documents and queries, and looks at one character to either side only: the clauses
 * of a passage are the clauses of the text around it, but for the first and the last, which may be cut
 * short. A full stop at the very edge of a passage (“1.” of “1.87”) ends a clause there: one character
 * less to look for.
 */
export function cutClauses(text: string): number[] {
  const bounds: number[] = [];
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isBreak =
      code < NO_SEPARATOR_FROM &&
      IS_SEPARATOR[code] === 1 &&
      (code !== FULL_STOP || !isInsideNumber(text, i));
    if (!isBreak) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      bounds.push(start, i);
      start = -1;
    }
  }
  if (start >= 0) bounds.push(start, text.length);
  return bounds;
}
