import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { type Connection, openConnection } from '../store/connection.ts';
import { createTextSearch, SEARCH_SCHEMA, type SearchRequest, type TextSearch } from './index.ts';

// Synthetic reports.
const CHANGCHENG =
  '2018年工作回顾2018年,镇政府狠抓项目建设。完成改厕4774户,投入430万元。全镇实现地方财政收入1.87亿元,同比增长15.1%。 一、坚持转型升级 (一)狠抓项目建设。推进“双招双引”。\n2019年任务。继续改厕，补贴到户。';
const HUANGHUA = '皇华镇实现财政收入11.87亿元。改厕4651户。\n发放补贴100万元,天天向上天天天。';

let connection: Connection;
let textSearch: TextSearch;

beforeEach(() => {
  connection = new Database(':memory:');
  connection.exec(SEARCH_SCHEMA);
  textSearch = createTextSearch(connection);
  write(() => {
    textSearch.addDocument({ documentKey: 1, title: '2019年昌城镇政府工作报告', text: CHANGCHENG });
    textSearch.addDocument({ documentKey: 2, title: '2019年皇华镇政府工作报告', text: HUANGHUA });
  });
});

function write(work: () => void): void {
  connection.transaction(work)();
}

function find(query: string, request: Partial<SearchRequest> = {}): string[] {
  const texts: Record<number, string> = { 1: CHANGCHENG, 2: HUANGHUA };
  return textSearch
    .search({ query, limit: 50, ...request })
    .hits.map(({ documentKey, kind, start, end }) =>
      kind === 'body'
        ? `${documentKey}@${start} ${texts[documentKey]?.slice(start, end)}`
        : `${documentKey} ${kind}`,
    );
}

test.each([
  ['改厕', 3],
  ['皇', 2],
  ['，镇政府', 1],
  ['建设。完成', 1],
  ['4774', 1],
  ['77', 1],
  ['1.87亿元', 2],
  ['天天', 2],
  ['一、坚持', 1],
  ['“双招双引”。', 1],
  ['"推进“双招双引”。 2019年任务"', 1],
  ['财政收入１.８７', 1],
  ['補貼', 2],
  ['不存在的词', 0],
  ['户', 3],
])('%s occurs %i times', (query, total) => {
  const answer = textSearch.search({ query, limit: 50, allOffsets: true });
  expect(answer.total).toBe(total);
  expect(answer.hits.length).toBe(total);
});

test('a sentence is listed once, with every occurrence in it', () => {
  const answer = textSearch.search({ query: '天天', limit: 50 });
  expect(answer.total).toBe(2);
  expect(answer.hits).toHaveLength(1);
  expect(answer.hits[0]?.ranges).toHaveLength(2);
});

test('a hit carries the offsets of the raw text and its sentence', () => {
  const [hit] = textSearch.search({ query: '4774户', limit: 1 }).hits;
  expect(CHANGCHENG.slice(hit?.start, hit?.end)).toBe('4774户');
  expect(CHANGCHENG.slice(hit?.excerptStart, hit?.excerptEnd)).toBe('完成改厕4774户,投入430万元。');
  expect(hit?.ranges).toEqual([{ start: hit?.start, end: hit?.end }]);
});

test('whole numbers come before parts of numbers, and alone when asked for', () => {
  expect(find('1.87亿元')[0]).toMatch(/^1@/);
  expect(find('1.87亿元', { wholeNumbers: true })).toHaveLength(1);
  expect(find('100万元', { wholeNumbers: true })).toHaveLength(1);
  expect(find('00万元', { wholeNumbers: true })).toHaveLength(0);
});

test('several words must meet in one paragraph', () => {
  expect(find('改厕 补贴', { allOffsets: true })).toEqual(['1@110 改厕', '1@113 补贴']);
});

test('words that meet in no paragraph are looked for in whole documents, and the hint says so', () => {
  const answer = textSearch.search({ query: '皇华镇 发放', limit: 9 });
  // In the title, in the body, and 发放.
  expect(answer.total).toBe(3);
  expect(answer.within).toBe('document');
  expect(answer.hint).toContain('没有一节同时写到');
});

test('a word is excluded by paragraph', () => {
  expect(find('改厕 -投入')).toEqual(['1@110 改厕', '2@17 改厕']);
});

test('words near each other are found in either order', () => {
  const total = (query: string) => textSearch.search({ query, limit: 9 }).total;
  expect(total('改厕 近5 户')).toBe(6);
  expect(total('户 近3 改厕')).toBe(0);
  expect(total('户 近4 改厕')).toBe(6);
  expect(total('投入 近2 户')).toBe(2);
});

test('titles come first, and 标题: searches nothing else', () => {
  expect(find('皇华镇')).toEqual(['2 title', '2@0 皇华镇']);
  expect(find('标题:皇华镇')).toEqual(['2 title']);
});

test('notes are searched, and alone with 批注:', () => {
  write(() => textSearch.addNote({ documentKey: 1, noteKey: 7, text: '改厕一项可借鉴' }));
  expect(find('批注:改厕')).toEqual(['1 note']);
  expect(find('改厕')).toHaveLength(4);
  write(() => textSearch.removeNote(1, 7));
  expect(find('批注:改厕')).toEqual([]);
});

test('a removed document is found no more, its numbers are not given again', () => {
  write(() => textSearch.removeDocument(1));
  expect(find('改厕')).toEqual(['2@17 改厕']);
  write(() => textSearch.addDocument({ documentKey: 3, title: '', text: '改厕' }));
  expect(textSearch.search({ query: '改厕', limit: 9 }).groups).toEqual([
    { documentKey: 2, count: 1 },
    { documentKey: 3, count: 1 },
  ]);
});

test('a rolled back addition leaves nothing behind', () => {
  const before = textSearch.search({ query: '改厕', limit: 9 });
  expect(() =>
    write(() => {
      textSearch.addDocument({ documentKey: 3, title: '', text: '改厕又改厕' });
      expect(textSearch.search({ query: '改厕', limit: 9 }).total).toBe(5);
      throw new Error('cancelled');
    }),
  ).toThrow('cancelled');
  expect(textSearch.search({ query: '改厕', limit: 9 })).toEqual(before);
  write(() => textSearch.addDocument({ documentKey: 4, title: '', text: '修路又修路' }));
  expect(textSearch.search({ query: '改厕', limit: 9 })).toEqual(before);
  expect(textSearch.search({ query: '修路', limit: 9 }).total).toBe(2);
});

test('a batch writes the very postings that FlexSearch gathers', () => {
  const postings = [true, false].map((inBatch) => {
    const other = new Database(':memory:');
    other.exec(SEARCH_SCHEMA);
    const written = createTextSearch(other);
    const text = `${CHANGCHENG}天天天天天天,镇镇村村镇,,${HUANGHUA}`;
    const add = () => written.addNote({ documentKey: 1, noteKey: 1, text });
    other.transaction(() => (inBatch ? written.batch(add) : add()))();
    return other.prepare('SELECT first_clause, end_clause, small FROM search_segment').all();
  });
  expect(postings[0]).toHaveLength(1);
  expect(postings[0]).toEqual(postings[1]);
});

test('reports added one by one are merged before there are many', () => {
  for (let key = 10; key < 150; key++) {
    write(() => textSearch.addDocument({ documentKey: key, title: '', text: `改厕${key}户。` }));
  }
  const segments = connection.prepare('SELECT count(*) FROM search_segment').pluck().get();
  expect(segments).toBeLessThan(60);
  expect(textSearch.search({ query: '改厕', limit: 1 }).total).toBe(143);
});

test('merging index segments changes no answer', () => {
  write(() => textSearch.removeDocument(1));
  for (let key = 10; key < 40; key++) {
    write(() => textSearch.addDocument({ documentKey: key, title: '', text: `改厕${key}户。` }));
  }
  const before = textSearch.search({ query: '改厕', limit: 50 });
  expect(before.total).toBe(31);
  expect(textSearch.maintain()).toBe(true);
  while (textSearch.maintain());
  expect(textSearch.search({ query: '改厕', limit: 50 })).toEqual(before);
  expect(textSearch.search({ query: '户', limit: 50 }).total).toBe(31);
});

test('filters narrow documents, section roles and topics', () => {
  const text = '完成改厕。继续改厕。';
  write(() =>
    textSearch.addDocument({
      documentKey: 5,
      title: '',
      text,
      sections: [
        { start: 0, end: 5, role: 'review', topics: ['T11'] },
        { start: 5, end: text.length, role: 'tasks', topics: [] },
      ],
    }),
  );
  const total = (filters: SearchRequest['filters']) =>
    textSearch.search({ query: '改厕', limit: 9, filters }).total;
  expect(total({ documentKeys: [2] })).toBe(1);
  expect(total({ documentKeys: Int32Array.of(1, 5) })).toBe(4);
  expect(total({ roles: ['tasks'] })).toBe(1);
  expect(total({ topics: ['T11'] })).toBe(1);
  expect(total({ topics: ['T11'], roles: ['tasks'] })).toBe(0);
});

test('pages follow each other without gap or repetition', () => {
  const first = textSearch.search({ query: '户', limit: 2 });
  const second = textSearch.search({ query: '户', limit: 2, cursor: first.nextCursor });
  expect(second.nextCursor).toBeNull();
  const all = textSearch.search({ query: '户', limit: 9 });
  expect([...first.hits, ...second.hits]).toEqual(all.hits);
});

test('wordings that a person let stand are found with the word', () => {
  const expansions = [{ term: '改厕', wordings: ['补贴'] }];
  expect(textSearch.search({ query: '改厕', limit: 9, expansions }).total).toBe(5);
});

test.each(['', '   ', '，。', '""', '-改厕', '标题:', '字'.repeat(2000), '标题:a 批注:b'])(
  'the query %j is answered with a hint',
  (query) => {
    const answer = textSearch.search({ query, limit: 9 });
    expect(answer.total).toBe(0);
    expect(answer.hint).toMatch(/[一-龥]/);
  },
);

test('an unclosed quote is searched to the end, with a hint', () => {
  const answer = textSearch.search({ query: '"改厕4774', limit: 9 });
  expect(answer.total).toBe(1);
  expect(answer.hint).toContain('引号没有闭合');
});

test('a read-only connection finds what another connection has committed, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  const path = join(folder, 'library.db');
  const writing = openConnection(path);
  writing.exec(SEARCH_SCHEMA);
  const writer = createTextSearch(writing);
  const reading = openConnection(path, { readonly: true });
  const reader = createTextSearch(reading);
  const totals: number[] = [];
  const look = () => totals.push(reader.search({ query: '改厕', limit: 9 }).total);
  look();
  writing.transaction(() => {
    writer.addDocument({ documentKey: 1, title: '', text: '改厕4774户' });
    look();
  })();
  look();
  writing.transaction(() => writer.removeDocument(1))();
  look();
  expect(totals).toEqual([0, 0, 1, 0]);
  reading.close();
  writing.close();
  rmSync(folder, { recursive: true });
});

test('writing outside a transaction is refused', () => {
  expect(() => textSearch.addDocument({ documentKey: 9, title: '', text: '改厕' })).toThrow(
    'transaction',
  );
});

test('the self-check agrees with a scan, and notices a damaged index', () => {
  const random = sequence();
  expect(textSearch.selfCheck(60, random)).toMatchObject({
    disagreements: [],
    damagedTexts: 0,
  });
  connection.exec('DELETE FROM search_segment');
  write(() => textSearch.addNote({ documentKey: 1, noteKey: 1, text: '补记' }));
  const { checked, disagreements } = textSearch.selfCheck(60, random);
  expect(checked).toBeGreaterThan(40);
  expect(disagreements.length).toBeGreaterThan(20);
  connection.exec('DELETE FROM search_text WHERE first_clause = 1');
  expect(textSearch.selfCheck(5, random).damagedTexts).toBe(1);
});

test('a rebuild from the documents finds the same, and nothing of what was there before', () => {
  const before = textSearch.search({ query: '改厕', limit: 9 });
  write(() => textSearch.addDocument({ documentKey: 9, title: '', text: '改厕' }));
  write(() =>
    textSearch.rebuild(
      [
        { documentKey: 1, title: '2019年昌城镇政府工作报告', text: CHANGCHENG },
        { documentKey: 2, title: '2019年皇华镇政府工作报告', text: HUANGHUA },
      ],
      [{ documentKey: 1, noteKey: 7, text: '存疑' }],
    ),
  );
  expect(textSearch.search({ query: '改厕', limit: 9 })).toEqual(before);
  expect(find('批注:存疑')).toEqual(['1 note']);
  expect(textSearch.selfCheck(30, sequence()).disagreements).toEqual([]);
});

test('an index written by other rules asks for a rebuild', () => {
  expect(textSearch.needsRebuild()).toBe(false);
  connection.exec("UPDATE search_state SET value = 0 WHERE name = 'normalisation'");
  expect(textSearch.needsRebuild()).toBe(true);
  write(() => textSearch.rebuild([], []));
  expect(textSearch.needsRebuild()).toBe(false);
  expect(find('改厕')).toEqual([]);
});

function sequence(): () => number {
  let state = 1;
  return () => {
    state = (state * 48_271) % 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
}
