import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createTextSearch, SEARCH_SCHEMA } from './index.ts';
import { type Piece, PieceReader } from './pieces.ts';

/** Synthetic, some pieces long. */
const TEXT = Array.from({ length: 400 }, (_, i) => `完成第${i}件实事,`).join('');

/** A reader of a library with that text between two others, and its stored pieces. */
function open() {
  const connection = new Database(':memory:');
  connection.exec(SEARCH_SCHEMA);
  const textSearch = createTextSearch(connection);
  const texts = ['前一篇。', TEXT, '后一篇。'];
  connection.transaction(() => {
    texts.forEach((text, i) => {
      textSearch.addDocument({ documentKey: i + 1, title: '', text });
    });
  })();
  const reader = new PieceReader(connection, () => undefined);
  const all = [...reader.firstClauses()].map((clause) => reader.find(clause) as Piece);
  return { reader, pieces: all.filter(({ text }) => TEXT.includes(text)) };
}

const { reader, pieces } = open();
const whole: Piece = {
  firstClause: pieces[0]?.firstClause ?? 0,
  endClause: pieces.at(-1)?.endClause ?? 0,
  start: 0,
  text: TEXT,
};

test.each([
  ['stored in pieces', () => undefined],
  ['ready whole', (clause: number) => (holds(whole, clause) ? whole : undefined)],
])('reads on before and after a piece of a text that is %s', (_, findReady) => {
  expect(pieces.length).toBeGreaterThan(3);
  reader.findReady = findReady;
  for (const piece of pieces) {
    reader.forget();
    const before = reader.before(piece);
    const after = reader.after(piece);
    const around = `${before?.text ?? ''}${piece.text}${after?.text ?? ''}`;
    const start = before?.start ?? piece.start;
    expect(around).toBe(TEXT.slice(start, start + around.length));
    expect(before === undefined).toBe(piece === pieces[0]);
    expect(after === undefined).toBe(piece === pieces.at(-1));
  }
  expect(reader.before(whole)).toBeUndefined();
  expect(reader.after(whole)).toBeUndefined();
});

function holds({ firstClause, endClause }: Piece, clause: number): boolean {
  return clause >= firstClause && clause < endClause;
}
