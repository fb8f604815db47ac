// Run by fresh.ts in a process of its own.
import { createTextSearch } from '../../src/main/search/index.ts';
import { openConnection } from '../../src/main/store/connection.ts';
import { time } from './measure.ts';

const [, , path = '', query = ''] = process.argv;
const answerMs = time(() => {
  const connection = openConnection(path, { readonly: true });
  if (query === '') connection.prepare('SELECT start FROM search_text LIMIT 1').get();
  else createTextSearch(connection).search({ query, limit: 50, pageFirst: true });
});
const rssMegabytes = process.memoryUsage().rss / 1e6;
process.stdout.write(JSON.stringify({ answerMs, rssMegabytes }));
