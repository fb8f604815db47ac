import { createHash } from 'node:crypto';
import { countCharacters, type DraftBlock } from '../../shared/draft/blocks.ts';
import type { Span } from '../../shared/report/report.ts';
import { adoptSettlement } from './settlements.ts';
import type { Storage } from './storage.ts';

/** A draft as lists show it. */
export interface DraftHead {
  id: string;
  title: string;
  /** The town it speaks for. */
  town: string;
  planYear: number;
  /** The report whose outline it began with. */
  basisId: string | null;
  begunAt: string;
  savedAt: string;
  versionCount: number;
}

/** What stands under the title on paper; empty where the person has not written it. */
export interface DraftHeadLines {
  /** ——2020年1月10日在皇华镇第十九届人民代表大会第六次会议上 */
  congress: string;
  /** 皇华镇人民政府镇长　张雷 */
  speaker: string;
}

/** What the person writes and autosave keeps; a line under the title that is left out stays as it is. */
export interface DraftText {
  title: string;
  congress?: string | undefined;
  speaker?: string | undefined;
  blocks: readonly DraftBlock[];
}

export interface Draft extends DraftHead, DraftHeadLines {
  blocks: DraftBlock[];
}

/** What the person did with a term of a draft's annex: its explanation in their words, or null where it is left out. */
export interface SettledTerm {
  term: string;
  explanation: string | null;
}

/** The draft as it was at one moment, numbered from 1. */
export interface DraftVersion {
  id: string;
  sequence: number;
  keptAt: string;
  name: string;
  characterCount: number;
}

/** What is known of one commitment of a plan by hand: its span there, the person's decision, a department's word. */
export interface Settlement extends Span {
  /** Null while the person has not decided. */
  outcome: string | null;
  reason: string;
  /** What a department wrote in the table that was sent to it; empty without. */
  reported: string;
}

export interface DraftStore {
  begin(draft: Pick<Draft, 'title' | 'town' | 'planYear' | 'basisId' | 'blocks'>): Promise<Draft>;
  list(): Promise<DraftHead[]>;
  find(id: string): Promise<Draft | undefined>;
  /** Writes over the working text; undefined if there is no such draft. Answers when it was saved. */
  save(id: string, text: DraftText): Promise<string | undefined>;
  setRemoved(id: string, removed: boolean): Promise<boolean>;
  /** Keeps the working text as the next version; answers undefined if there is no such draft. */
  keepVersion(id: string, name: string): Promise<DraftVersion | undefined>;
  listVersions(id: string): Promise<DraftVersion[]>;
  readVersion(id: string, versionId: string): Promise<DraftBlock[] | undefined>;
  listDismissed(id: string): Promise<string[]>;
  setDismissed(id: string, key: string, dismissed: boolean): Promise<void>;
  listTerms(id: string): Promise<SettledTerm[]>;
  /** Undefined gives the term back to what is found for it. */
  setTerm(
    id: string,
    term: string,
    settled: Pick<SettledTerm, 'explanation'> | undefined,
  ): Promise<void>;
  listSettlements(id: string, planId: string): Promise<Settlement[]>;
  /** Null takes a decision back. */
  settle(
    id: string,
    planId: string,
    span: Span,
    decision: { outcome: string; reason: string } | null,
  ): Promise<void>;
  /** Keeps what departments answered, all or nothing. */
  report(
    id: string,
    planId: string,
    answers: readonly (Span & { reported: string })[],
  ): Promise<void>;
}

const HEAD = `
  SELECT d.id, d.title, d.town, d.plan_year AS planYear, d.basis_id AS basisId,
         d.begun_at AS begunAt, d.saved_at AS savedAt,
         (SELECT count(*) FROM draft_versions v WHERE v.draft_id = d.id) AS versionCount`;

/** The drafts of a library kept in SQLite. */
export function createDraftStore({ connection, newId, now }: Storage): DraftStore {
  const seal = (blocks: string) => createHash('sha256').update(blocks).digest('hex');
  const find = (id: string): Draft | undefined => {
    const row = connection
      .prepare(
        `${HEAD}, d.congress, d.speaker, d.blocks FROM drafts d WHERE d.id = ? AND d.removed_at IS NULL`,
      )
      .get(id) as (DraftHead & DraftHeadLines & { blocks: string }) | undefined;
    return row && { ...row, blocks: JSON.parse(row.blocks) as DraftBlock[] };
  };
  return {
    begin: async ({ title, town, planYear, basisId, blocks }) => {
      const id = newId();
      const at = now();
      const written = JSON.stringify(blocks);
      connection
        .prepare(
          `INSERT INTO drafts (id, title, town, plan_year, basis_id, begun_at, saved_at, blocks, sha256)
           VALUES (@id, @title, @town, @planYear, @basisId, @at, @at, @written, @seal)`,
        )
        .run({
          id,
          title,
          town,
          planYear: BigInt(planYear),
          basisId,
          at,
          written,
          seal: seal(written),
        });
      return {
        id,
        title,
        town,
        planYear,
        basisId,
        begunAt: at,
        savedAt: at,
        versionCount: 0,
        congress: '',
        speaker: '',
        blocks,
      };
    },
    list: async () =>
      connection
        .prepare(`${HEAD} FROM drafts d WHERE d.removed_at IS NULL ORDER BY d.saved_at DESC`)
        .all() as DraftHead[],
    find: async (id) => find(id),
    save: async (id, { title, congress = null, speaker = null, blocks }) => {
      const savedAt = now();
      const written = JSON.stringify(blocks);
      const { changes } = connection
        .prepare(
          `UPDATE drafts SET title = @title,
                  congress = coalesce(@congress, congress), speaker = coalesce(@speaker, speaker),
                  saved_at = @savedAt, blocks = @written, sha256 = @seal
            WHERE id = @id AND removed_at IS NULL`,
        )
        .run({ id, title, congress, speaker, savedAt, written, seal: seal(written) });
      return changes === 1 ? savedAt : undefined;
    },
    setRemoved: async (id, removed) =>
      connection
        .prepare('UPDATE drafts SET removed_at = @at WHERE id = @id')
        .run({ id, at: removed ? now() : null }).changes === 1,
    keepVersion: async (id, name) => {
      const draft = find(id);
      if (draft === undefined) return undefined;
      const newest = connection
        .prepare('SELECT coalesce(max(sequence), 0) FROM draft_versions WHERE draft_id = ?')
        .pluck()
        .get(id) as number;
      const version = {
        id: newId(),
        // Not the count: of a library that was damaged some versions may be lost.
        sequence: newest + 1,
        keptAt: now(),
        name,
        characterCount: countCharacters(draft.blocks),
      };
      connection
        .prepare(
          `INSERT INTO draft_versions (id, draft_id, sequence, kept_at, name, character_count, blocks)
           VALUES (@id, @draftId, @sequence, @keptAt, @name, @characterCount, @written)`,
        )
        .run({
          ...version,
          sequence: BigInt(version.sequence),
          characterCount: BigInt(version.characterCount),
          draftId: id,
          written: JSON.stringify(draft.blocks),
        });
      return version;
    },
    listVersions: async (id) =>
      connection
        .prepare(
          `SELECT id, sequence, kept_at AS keptAt, name, character_count AS characterCount
             FROM draft_versions WHERE draft_id = ? ORDER BY sequence DESC`,
        )
        .all(id) as DraftVersion[],
    readVersion: async (id, versionId) => {
      const row = connection
        .prepare('SELECT blocks FROM draft_versions WHERE draft_id = @id AND id = @versionId')
        .get({ id, versionId }) as { blocks: string } | undefined;
      return row && (JSON.parse(row.blocks) as DraftBlock[]);
    },
    listDismissed: async (id) =>
      connection
        .prepare<[string], string>('SELECT key FROM draft_dismissals WHERE draft_id = ?')
        .pluck()
        .all(id),
    setDismissed: async (id, key, dismissed) => {
      const sql = dismissed
        ? 'INSERT OR IGNORE INTO draft_dismissals VALUES (@id, @key, @at)'
        : 'DELETE FROM draft_dismissals WHERE draft_id = @id AND key = @key';
      connection.prepare(sql).run(dismissed ? { id, key, at: now() } : { id, key });
    },
    listTerms: async (id) =>
      connection
        .prepare('SELECT term, explanation FROM draft_terms WHERE draft_id = ?')
        .all(id) as SettledTerm[],
    setTerm: async (id, term, settled) => {
      if (settled === undefined) {
        connection
          .prepare('DELETE FROM draft_terms WHERE draft_id = @id AND term = @term')
          .run({ id, term });
        return;
      }
      connection
        .prepare('INSERT OR REPLACE INTO draft_terms VALUES (@id, @term, @explanation)')
        .run({ id, term, explanation: settled.explanation });
    },
    listSettlements: async (id, planId) =>
      connection
        .prepare(
          `SELECT start, "end", outcome, reason, reported FROM draft_settlements
            WHERE draft_id = @id AND plan_id = @planId ORDER BY start`,
        )
        .all({ id, planId }) as Settlement[],
    settle: async (id, planId, { start, end }, decision) => {
      adoptSettlement(connection, { id, planId, start, end });
      connection
        .prepare(
          `INSERT INTO draft_settlements
             VALUES (@id, @planId, @start, @end, @outcome, @reason, '', @settledAt)
           ON CONFLICT DO UPDATE SET outcome = @outcome, reason = @reason, settled_at = @settledAt`,
        )
        .run({
          id,
          planId,
          start: BigInt(start),
          end: BigInt(end),
          outcome: decision?.outcome ?? null,
          reason: decision?.reason ?? '',
          settledAt: now(),
        });
    },
    report: async (id, planId, answers) => {
      const insert = connection.prepare(
        `INSERT INTO draft_settlements
           VALUES (@id, @planId, @start, @end, NULL, '', @reported, @settledAt)
         ON CONFLICT DO UPDATE SET reported = @reported, settled_at = @settledAt`,
      );
      connection.transaction(() => {
        for (const { start, end, reported } of answers) {
          adoptSettlement(connection, { id, planId, start, end });
          insert.run({
            id,
            planId,
            start: BigInt(start),
            end: BigInt(end),
            reported,
            settledAt: now(),
          });
        }
      })();
    },
  };
}
