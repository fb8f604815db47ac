import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseKept, parseSnapshotName, type SnapshotName, writeSnapshotName } from './rotation.ts';

const HOUR = 3_600_000;

function snapshots(times: readonly number[]): SnapshotName[] {
  return times.map((time, at) => ({
    sequence: at + 1,
    takenAt: new Date(time).toISOString(),
    reason: 'idle',
    reportCount: 1,
    annotationCount: 0,
  }));
}

const start = Date.parse('2026-01-01T00:00:00Z');

describe('which snapshots are kept', () => {
  it('keeps every one of the first eight', () => {
    expect(chooseKept(snapshots(Array.from({ length: 8 }, () => start))).size).toBe(8);
  });

  it('thins two years of hourly snapshots out to hours, days, weeks and months', () => {
    const all = snapshots(Array.from({ length: 2 * 365 * 24 }, (_, hour) => start + hour * HOUR));
    const kept = chooseKept(all);
    const times = all.filter(({ sequence }) => kept.has(sequence)).map(({ takenAt }) => takenAt);
    expect(kept.size).toBeLessThanOrEqual(8 + 24 + 14 + 10 + 12);
    expect(new Set(times.map((time) => time.slice(0, 7))).size).toBeGreaterThanOrEqual(12);
    expect(times.filter((time) => time >= (all.at(-24)?.takenAt ?? '')).length).toBe(24);
    expect(new Set(times.map((time) => time.slice(0, 10))).size).toBeGreaterThanOrEqual(14);
  });

  it('drops nothing for its age when the clock jumps seventy years ahead and back', () => {
    const before = Array.from({ length: 10 }, (_, day) => start + day * 24 * HOUR);
    const ahead = Date.parse('2096-01-01T00:00:00Z');
    const after = start + 11 * 24 * HOUR;
    const kept = chooseKept(snapshots([...before, ahead, after]));
    expect(kept.size).toBe(12);
  });

  it('always keeps the newest eight by number, whatever the clock said', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4e12 }), { maxLength: 120 }), (times) => {
        const kept = chooseKept(snapshots(times));
        const newest = times.map((_, at) => at + 1).slice(-8);
        expect(newest.every((sequence) => kept.has(sequence))).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(8 + 24 + 14 + 10 + 12);
      }),
    );
  });
});

describe('the name of a snapshot', () => {
  it('says number, time, reason and contents, and is read back', () => {
    const name: SnapshotName = {
      sequence: 42,
      takenAt: '2026-11-22T21:15:00.000Z',
      reason: 'before-restore',
      reportCount: 10,
      annotationCount: 25,
    };
    expect(writeSnapshotName(name)).toBe('000042_20261122T211500Z_before-restore_10_25.zhenjian');
    expect(parseSnapshotName(writeSnapshotName(name))).toEqual(name);
  });

  it('is not given to anything else in the folder', () => {
    for (const other of [
      'library.zhenjian',
      '000001_x.part',
      '../000001_20261122T211500Z_idle_1_1.zhenjian',
    ]) {
      expect(parseSnapshotName(other)).toBeUndefined();
    }
  });
});
