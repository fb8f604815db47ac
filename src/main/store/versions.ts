import type { PossibleVersion, ReportVersion } from './libraryStore.ts';
import { onceForEach, type Storage } from './storage.ts';

interface Link {
  newer: string;
  older: string;
}

/** Which report the person said comes after which, those in force; reports out of sight among them. */
function readLinks({ connection }: Pick<Storage, 'connection'>): Link[] {
  return connection
    .prepare(
      `SELECT d.report_id AS newer, json_extract(d.value, '$') AS older FROM report_decisions d
        WHERE d.field = 'follows' AND d.undoes IS NULL
          AND NOT EXISTS (SELECT 1 FROM report_decisions u WHERE u.undoes = d.id)
        ORDER BY d.sequence`,
    )
    .all() as Link[];
}

/** The ids of a report's versions, oldest first; only its own where it has no other. */
export function versionChain(storage: Pick<Storage, 'connection'>, id: string): string[] {
  const links = readLinks(storage);
  const before = new Map(links.map(({ newer, older }) => [newer, older]));
  const after = new Map(links.map(({ newer, older }) => [older, newer]));
  return [...walk(id, before).reverse(), id, ...walk(id, after)];
}

/** Where the links lead from `id`, nearest first; a loop ends where it closes. */
function walk(id: string, links: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  let next = links.get(id);
  while (next !== undefined && next !== id && !path.includes(next)) {
    path.push(next);
    next = links.get(next);
  }
  return path;
}

/** By the id of each superseded report, the newest version of it that is in sight. */
export function newestVersions(storage: Pick<Storage, 'connection'>): Map<string, string> {
  const links = readLinks(storage);
  const after = new Map(links.map(({ newer, older }) => [older, newer]));
  const newest = new Map<string, string>();
  for (const { older } of links) {
    const last = walk(older, after).findLast((id) => isInSight(storage, id));
    if (last !== undefined) newest.set(older, last);
  }
  return newest;
}

function isInSight({ connection }: Pick<Storage, 'connection'>, id: string): boolean {
  return (
    connection.prepare('SELECT 1 FROM reports WHERE id = ? AND removed_at IS NULL').get(id) !==
    undefined
  );
}

/** A report's versions that are in sight, oldest first. */
export function listVersions(storage: Storage, reportId: string): ReportVersion[] {
  const select = storage.connection.prepare(
    `SELECT r.id, r.title, i.imported_at AS importedAt
       FROM reports r JOIN imports i ON i.id = r.import_id
      WHERE r.id = ? AND r.removed_at IS NULL`,
  );
  return versionChain(storage, reportId).flatMap(
    (id) => (select.get(id) as ReportVersion | undefined) ?? [],
  );
}

/**
 * Reports in sight that may be of this place and plan year, by what was read or by what the person ever
 * decided; who asks looks closer.
 */
export function listPossibleVersions(
  { connection }: Storage,
  { town, planYear }: { town: string; planYear: number },
): PossibleVersion[] {
  return possibleVersions(connection).all({
    town,
    planYear,
    decidedYear: JSON.stringify(planYear),
    decidedTown: JSON.stringify(town),
  }) as PossibleVersion[];
}

/** Prepared once for a file: every report of an import asks. */
const possibleVersions = onceForEach((connection) =>
  connection.prepare(
    `SELECT r.id, s.sketch, CASE WHEN s.sketch IS NULL THEN r.text END AS text
         FROM reports r LEFT JOIN report_sketches s ON s.report_id = r.id
        WHERE r.removed_at IS NULL AND r.id IN (
         SELECT report_id FROM report_findings
          WHERE coalesce(json_extract(analysis, '$.metadata.actualLocality'),
                         json_extract(analysis, '$.metadata.statedLocality')) = @town
            AND json_extract(analysis, '$.metadata.planYear') = @planYear
         UNION SELECT report_id FROM report_decisions
                WHERE field = 'planYear' AND value = @decidedYear
         UNION SELECT report_id FROM report_decisions
                WHERE field = 'locality' AND value = @decidedTown)`,
  ),
);
