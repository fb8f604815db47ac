// Run by kill.ts: adds and removes documents until it is killed.
import { createTextSearch } from '../../src/main/search/index.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { generateReports } from './corpus.ts';

const connection = openConnection(process.argv[2] ?? '');
const textSearch = createTextSearch(connection);
const insert = connection.prepare('INSERT INTO document (key, text) VALUES (?, ?)');
const remove = connection.prepare('DELETE FROM document WHERE key = ?');
const highest = connection
  .prepare<[], number>('SELECT coalesce(max(key), 0) FROM document')
  .pluck();
const [report] = generateReports(1);

for (;;) {
  const key = (highest.get() ?? 0) + 1;
  const text = `${report?.sections.slice(0, 6).join('\n')}本篇到此为止`;
  connection.transaction(() => {
    insert.run(key, text);
    textSearch.addDocument({ documentKey: key, title: `第${key}篇`, text });
    if (key % 3 === 0) {
      remove.run(key - 2);
      textSearch.removeDocument(key - 2);
    }
  })();
  if (key % 20 === 0) textSearch.maintain();
  process.stdout.write('.');
}
