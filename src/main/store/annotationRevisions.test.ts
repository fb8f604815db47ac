import { describe, expect, it } from 'vitest';
import { allMigrations } from '../library/openLibrary.ts';
import { IS_NEWEST, SELECT_NEWEST } from './annotationRevisions.ts';
import { openConnection } from './connection.ts';
import { migrate } from './migrate.ts';

describe('the newest revision of a note', () => {
  it.each([
    ['of every note', SELECT_NEWEST],
    ['counted', `SELECT count(*) FROM annotation_revisions a WHERE ${IS_NEWEST}`],
  ])('%s is found without holding each revision against all others', (_what, query) => {
    const connection = openConnection(':memory:');
    migrate(connection, allMigrations);
    const plan = connection
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`)
      .all()
      .map(({ detail }) => detail);
    expect(plan.filter((step) => /\blater\b/u.test(step))).toEqual([
      expect.stringMatching(/^SEARCH later USING INDEX \w+ \(annotation_id=\?/u),
    ]);
    connection.close();
  });
});
