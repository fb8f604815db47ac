import { createHash, randomUUID } from 'node:crypto';
import { countCharacters, type DraftBlock } from '../../../shared/draft/blocks.ts';
import type { Connection } from '../connection.ts';
import { UNREAD } from './keepSound.ts';

/** How many came that were not there, or were there in an earlier state. */
export interface BesideCounts {
  briefs: number;
  drafts: number;
  versions: number;
  settings: number;
  /** Names assigned to indicators. */
  names: number;
}

/**
 * True where the library here is an earlier state of the one that was found: only then is what was set or
 * decided there later than what stands here.
 */
const IS_EARLIER = `
  SELECT (SELECT id FROM found.library) = (SELECT id FROM main.library)
     AND (SELECT count FROM found.operations) > (SELECT count FROM main.operations)`;

const TAKE_SETTINGS = `
  INSERT INTO main.settings (name, value)
    SELECT name, value FROM found.settings f
     WHERE @earlier OR NOT EXISTS (SELECT 1 FROM main.settings s WHERE s.name = f.name)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`;

const TAKE_NAMES = `
  INSERT INTO main.indicator_names (id, name, indicator, author, device, written_at, sequence)
    SELECT id, name, indicator, author, device, written_at,
           (SELECT coalesce(max(sequence), 0) FROM main.indicator_names)
             + row_number() OVER (ORDER BY sequence)
      FROM found.indicator_names f
     WHERE NOT EXISTS (SELECT 1 FROM main.indicator_names n WHERE n.id = f.id)
       AND (@earlier OR NOT EXISTS (SELECT 1 FROM main.indicator_names n WHERE n.name = f.name))`;

/** The newest state of each brief; beside the one here where that went on by itself. */
const TAKE_BRIEFS = `
  INSERT INTO main.brief_revisions (id, brief_id, sequence, written_at, tombstone, spec)
    SELECT f.id,
           CASE WHEN h.id IS NULL
                  OR h.id IN (SELECT id FROM found.brief_revisions WHERE brief_id = f.brief_id)
                THEN f.brief_id ELSE f.id END,
           (SELECT coalesce(max(sequence), 0) FROM main.brief_revisions)
             + row_number() OVER (ORDER BY f.sequence),
           f.written_at, 0, f.spec
      FROM found.brief_revisions f
      LEFT JOIN main.brief_revisions h ON h.brief_id = f.brief_id
       AND h.sequence = (SELECT max(sequence) FROM main.brief_revisions n WHERE n.brief_id = f.brief_id)
     WHERE f.tombstone = 0
       AND f.sequence = (SELECT max(sequence) FROM found.brief_revisions n WHERE n.brief_id = f.brief_id)
       AND NOT EXISTS (SELECT 1 FROM main.brief_revisions k WHERE k.id = f.id)`;

const DRAFT_COLUMNS =
  'id, title, town, plan_year, basis_id, begun_at, saved_at, blocks, sha256, congress, speaker';

const TAKE_DRAFTS = `
  INSERT INTO main.drafts (${DRAFT_COLUMNS})
    SELECT ${DRAFT_COLUMNS} FROM found.drafts f
     WHERE f.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM main.drafts d WHERE d.id = f.id)`;

/** Kept states of a draft whose own row cannot be read: the newest of them stands for it. */
const LOST_DRAFTS = `
  SELECT draft_id AS id, kept_at AS keptAt, blocks FROM found.draft_versions f
   WHERE sequence = (SELECT max(sequence) FROM found.draft_versions n WHERE n.draft_id = f.draft_id)
     AND draft_id NOT IN (SELECT id FROM main.drafts)
     AND draft_id NOT IN (SELECT id FROM found.drafts)`;

/** A number that is taken here is given anew, behind all others. */
const TAKE_VERSIONS = `
  INSERT INTO main.draft_versions (id, draft_id, sequence, kept_at, name, character_count, blocks)
    SELECT id, draft_id,
           CASE WHEN EXISTS (SELECT 1 FROM main.draft_versions v
                              WHERE v.draft_id = f.draft_id AND v.sequence = f.sequence)
                THEN (SELECT max(sequence) FROM (SELECT sequence FROM main.draft_versions v WHERE v.draft_id = f.draft_id
                        UNION SELECT sequence FROM found.draft_versions v WHERE v.draft_id = f.draft_id))
                       + row_number() OVER (PARTITION BY draft_id ORDER BY sequence)
                ELSE sequence END,
           kept_at, name, character_count, blocks
      FROM found.draft_versions f
     WHERE draft_id IN (SELECT id FROM main.drafts)
       AND id NOT IN (SELECT id FROM main.draft_versions)`;

const NEWER_DRAFTS = `
  SELECT d.id, d.blocks AS here, f.blocks AS there FROM found.drafts f JOIN main.drafts d ON d.id = f.id
   WHERE f.removed_at IS NULL AND f.saved_at > d.saved_at`;

const TAKE_NEWER_DRAFT = `
  UPDATE main.drafts SET (title, saved_at, blocks, sha256, congress, speaker, removed_at) =
         (SELECT title, saved_at, blocks, sha256, congress, speaker, NULL FROM found.drafts f WHERE f.id = @id)
   WHERE id = @id`;

const TAKE_BESIDE_DRAFTS: readonly string[] = [
  `INSERT OR IGNORE INTO main.draft_dismissals
     SELECT * FROM found.draft_dismissals WHERE draft_id IN (SELECT id FROM main.drafts)`,
  `INSERT INTO main.draft_settlements
     SELECT * FROM found.draft_settlements WHERE draft_id IN (SELECT id FROM main.drafts)
     ON CONFLICT DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason,
            reported = excluded.reported, settled_at = excluded.settled_at
      WHERE excluded.settled_at > settled_at`,
  `INSERT INTO main.draft_terms
     SELECT * FROM found.draft_terms f WHERE draft_id IN (SELECT id FROM main.drafts)
     ON CONFLICT DO UPDATE SET explanation = excluded.explanation WHERE @earlier`,
];

/**
 * Takes from a sound library file what it holds beside its reports: settings, assigned names, briefs, drafts
 * with their kept states, and what was decided beside them. All or nothing; nothing that stands here goes.
 *
 * @param nameOfKept for the state of a draft that is written over and kept.
 */
export function takeBeside(connection: Connection, path: string, nameOfKept: string): BesideCounts {
  connection.prepare('ATTACH ? AS found').run(path);
  try {
    return connection.transaction(() => {
      const earlier = connection.prepare(IS_EARLIER).pluck().get() === 1 ? 1 : 0;
      const take = (sql: string) =>
        connection.prepare(sql).run(sql.includes('@') ? { earlier } : {});
      const settings = take(TAKE_SETTINGS).changes;
      const names = take(TAKE_NAMES).changes;
      const briefs = take(TAKE_BRIEFS).changes;
      const fresh = take(TAKE_DRAFTS).changes + takeLostDrafts(connection);
      const versions = take(TAKE_VERSIONS).changes;
      const drafts = fresh + takeNewerDrafts(connection, nameOfKept);
      for (const sql of TAKE_BESIDE_DRAFTS) take(sql);
      return { briefs, drafts, versions, settings, names };
    })();
  } finally {
    connection.exec('DETACH found');
  }
}

function takeLostDrafts(connection: Connection): number {
  const lost = connection.prepare(LOST_DRAFTS).all() as Record<
    'id' | 'keptAt' | 'blocks',
    string
  >[];
  const insert = connection.prepare(
    `INSERT INTO main.drafts (id, title, town, plan_year, begun_at, saved_at, blocks, sha256)
     VALUES (@id, @unread, @unread, CAST(substr(@keptAt, 1, 4) AS INTEGER), @keptAt, @keptAt, @blocks, @sha256)`,
  );
  for (const { id, keptAt, blocks } of lost) {
    const sha256 = createHash('sha256').update(blocks).digest('hex');
    insert.run({ id, keptAt, blocks, sha256, unread: UNREAD });
  }
  return lost.length;
}

/** Drafts that went on after the state that stands here, which is kept. */
function takeNewerDrafts(connection: Connection, name: string): number {
  const newer = connection.prepare(NEWER_DRAFTS).all() as Record<'id' | 'here' | 'there', string>[];
  const keep = connection.prepare(
    `INSERT INTO main.draft_versions (id, draft_id, sequence, kept_at, name, character_count, blocks)
     SELECT @version, id, (SELECT coalesce(max(sequence), 0) + 1 FROM main.draft_versions WHERE draft_id = @id),
            saved_at, @name, @count, blocks
       FROM main.drafts WHERE id = @id`,
  );
  const take = connection.prepare(TAKE_NEWER_DRAFT);
  for (const { id, here, there } of newer) {
    const count = BigInt(countCharacters(JSON.parse(here) as DraftBlock[]));
    if (here !== there) keep.run({ id, name, count, version: randomUUID() });
    take.run({ id });
  }
  return newer.length;
}
