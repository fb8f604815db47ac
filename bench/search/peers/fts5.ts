import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openConnection } from '../../../src/main/store/connection.ts';
import { cutClauses } from '../../../src/shared/text/clauses.ts';
import type { Peer } from './peer.ts';

/** Between clauses, so that no phrase reaches from one into the next. */
const CLAUSE_BREAK = '|';

/** The pairs of a run as FTS5 words; the last character too, so that one character is a prefix query. */
function pairsOf(run: string, withLast: boolean): string[] {
  const pairs: string[] = [];
  for (let i = 0; i < run.length - 1; i++) pairs.push(run.slice(i, i + 2));
  if (withLast) pairs.push(run.slice(-1));
  return pairs;
}

export function pairsOfText(text: string): string {
  const bounds = cutClauses(text);
  const words: string[] = [];
  for (let i = 0; i < bounds.length; i += 2) {
    words.push(...pairsOf(text.slice(bounds[i], bounds[i + 1]), true), CLAUSE_BREAK);
  }
  return words.join(' ');
}

function phraseOf(word: string): string {
  return word.length === 1 ? `"${word}"*` : `"${pairsOf(word, false).join(' ')}"`;
}

/** The texts stand beside the index, as in ours: hits are checked and shown from them. */
export const BIGRAM_TABLES = `
CREATE TABLE body (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE VIRTUAL TABLE section USING fts5(
  pairs, content='', contentless_delete=1,
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'");`;

/** Bytes of all tables but the texts. */
function indexBytes(path: string): number {
  const connection = new Database(path, { readonly: true });
  const bytes = connection
    .prepare<[], number>("SELECT sum(pgsize) FROM dbstat WHERE name <> 'body'")
    .pluck()
    .get();
  connection.close();
  return bytes ?? 0;
}

/** The strongest peer: FTS5 over pairs cut beforehand, a literal is a phrase of them. */
export const fts5Bigram: Peer = {
  name: 'FTS5 二字切分短语',
  build(sections, folder) {
    const path = join(folder, 'fts5-bigram.db');
    const connection = openConnection(path);
    connection.exec(BIGRAM_TABLES);
    const insertText = connection.prepare('INSERT INTO body (id, text) VALUES (?, ?)');
    const insert = connection.prepare('INSERT INTO section (rowid, pairs) VALUES (?, ?)');
    connection.transaction(() => {
      sections.forEach((section, i) => {
        insertText.run(i, section);
        insert.run(i, pairsOfText(section));
      });
    })();
    connection.close();
    return {
      indexBytes: indexBytes(path),
      open() {
        const reading = new Database(path, { readonly: true });
        const match = reading
          .prepare<[string], number>('SELECT rowid FROM section WHERE section MATCH ?')
          .pluck();
        return {
          search: ({ words }) => match.all(words.map(phraseOf).join(' AND ')),
          close: () => reading.close(),
        };
      },
    };
  },
};

/** FTS5's own tokeniser for substrings: literals under three characters read the whole table. */
export const fts5Trigram: Peer = {
  name: 'FTS5 trigram',
  build(sections, folder) {
    const path = join(folder, 'fts5-trigram.db');
    const connection = openConnection(path);
    connection.exec('CREATE TABLE body (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
    const insert = connection.prepare('INSERT INTO body (id, text) VALUES (?, ?)');
    connection.transaction(() => {
      sections.forEach((section, i) => {
        insert.run(i, section);
      });
    })();
    connection.exec(
      "CREATE VIRTUAL TABLE section USING fts5(text, content='body', content_rowid='id', tokenize='trigram')",
    );
    connection.exec("INSERT INTO section (section) VALUES ('rebuild')");
    connection.close();
    return {
      indexBytes: indexBytes(path),
      open() {
        const reading = new Database(path, { readonly: true });
        const search = (conditions: string[], values: string[]): number[] =>
          reading
            .prepare<string[], number>(
              `SELECT rowid FROM section WHERE ${conditions.join(' AND ')}`,
            )
            .pluck()
            .all(...values);
        return {
          search({ words }) {
            const long = words.filter((word) => word.length > 2);
            const short = words.filter((word) => word.length < 3);
            // LIKE would read “%” as a wildcard; either way the whole table is read.
            const conditions = short.map(() => 'instr(text, ?) > 0');
            const values = [...short];
            if (long.length > 0) {
              conditions.unshift('section MATCH ?');
              values.unshift(long.map((word) => `"${word}"`).join(' AND '));
            }
            return search(conditions, values);
          },
          close: () => reading.close(),
        };
      },
    };
  },
};
