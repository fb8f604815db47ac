/** When and why a snapshot was taken, as its file's name says. */
export interface SnapshotName {
  /** Counts up by one; the only thing that orders snapshots. */
  sequence: number;
  /** By the computer's clock then, which may have been wrong. */
  takenAt: string;
  reason: SnapshotReason;
  reportCount: number;
  annotationCount: number;
}

export const SNAPSHOT_REASONS = [
  'idle',
  'closing',
  'before-migration',
  'before-import',
  'before-removal',
  'before-restore',
  'before-merge',
  'rescued',
] as const;
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number];

const EXTENSION = 'zhenjian';

/** For example `000042_20261122T211500Z_idle_10_25.zhenjian`: 10 reports, 25 notes. */
export function writeSnapshotName(name: SnapshotName): string {
  const stamp = `${name.takenAt.slice(0, 19).replace(/[-:]/gu, '')}Z`;
  const sequence = String(name.sequence).padStart(6, '0');
  return `${sequence}_${stamp}_${name.reason}_${name.reportCount}_${name.annotationCount}.${EXTENSION}`;
}

/** Undefined for a file that is no snapshot: such are neither shown nor pruned. */
export function parseSnapshotName(fileName: string): SnapshotName | undefined {
  const [, sequence, stamp = '', reason, reports, notes] =
    /^(\d{6,})_(\d{8}T\d{6})Z_([a-z-]+)_(\d+)_(\d+)\.zhenjian$/u.exec(fileName) ?? [];
  const known = SNAPSHOT_REASONS.find((candidate) => candidate === reason);
  if (known === undefined) return undefined;
  const [, y, mo, d, h, mi, s] = /^(....)(..)(..)T(..)(..)(..)$/u.exec(stamp) ?? [];
  return {
    sequence: Number(sequence),
    takenAt: `${y}-${mo}-${d}T${h}:${mi}:${s}.000Z`,
    reason: known,
    reportCount: Number(reports),
    annotationCount: Number(notes),
  };
}

const DAY_MILLISECONDS = 86_400_000;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4;

const RULES: readonly (readonly [keep: number, period: (takenAt: string) => string])[] = [
  [24, (takenAt) => takenAt.slice(0, 13)],
  [14, (takenAt) => takenAt.slice(0, 10)],
  [
    10,
    (takenAt) => String(Math.floor((Date.parse(takenAt) / DAY_MILLISECONDS - FIRST_MONDAY) / 7)),
  ],
  [12, (takenAt) => takenAt.slice(0, 7)],
];
const KEEP_LAST = 8;

/**
 * Those to keep: the last 8, and the newest of the last 24 hours, 14 days, 10 weeks and 12 months that
 * have any. Nothing is dropped for its age: a clock that ran ahead and was set back again costs none
 * of the snapshots before it, since they are ordered by their numbers alone.
 */
export function chooseKept(snapshots: readonly SnapshotName[]): Set<number> {
  const newestFirst = [...snapshots].sort((a, b) => b.sequence - a.sequence);
  const kept = new Set(newestFirst.slice(0, KEEP_LAST).map(({ sequence }) => sequence));
  for (const [keep, period] of RULES) {
    const seen = new Set<string>();
    for (const { sequence, takenAt } of newestFirst) {
      const label = period(takenAt);
      if (seen.has(label)) continue;
      if (seen.size === keep) break;
      seen.add(label);
      kept.add(sequence);
    }
  }
  return kept;
}
