import { expect, it } from 'vitest';
import type { DiskRecord } from './recording.ts';
import { seeded } from './served.ts';
import { SimulatedDisk } from './simulatedDisk.ts';

const write = (name: string, words: string, place = 0): DiskRecord => ({
  kind: 'write',
  name,
  place,
  data: Buffer.from(words),
});
const change = (kind: DiskRecord['kind'], name: string, second = ''): DiskRecord => ({
  kind,
  name,
  place: 0,
  data: Buffer.from(second),
});

/** Every state the disk was found in over many power cuts. */
function statesAfter(records: DiskRecord[]): Set<string> {
  const random = seeded(7);
  const disk = new SimulatedDisk(new Map([['old', Buffer.from('旧')]]));
  for (const record of records) disk.take(record);
  const states = Array.from({ length: 200 }, () =>
    [...disk.cutPower(random)].map(([name, bytes]) => `${name}=${bytes.toString()}`).join(' '),
  );
  return new Set(states);
}

it('keeps what was synced', () => {
  const records = [write('new', '一'), change('sync', 'new'), change('sync', '')];
  expect(statesAfter(records)).toEqual(new Set(['old=旧 new=一']));
});

it('may lose what was not, with its name or without', () => {
  expect(statesAfter([write('new', '一')])).toEqual(
    new Set(['old=旧', 'old=旧 new=', 'old=旧 new=一']),
  );
});

it('may bring an unsynced file under a name that was certain: the fault of renaming too early', () => {
  const states = statesAfter([write('new', '一'), change('rename', 'new', 'old')]);
  expect(states).toContain('old=');
  expect(states).toContain('old=旧');
});

it('shows the old file or the new one where the new one was synced first', () => {
  const records = [write('new', '一'), change('sync', 'new'), change('rename', 'new', 'old')];
  expect(statesAfter(records)).toEqual(new Set(['old=旧 new=一', 'old=一']));
});
