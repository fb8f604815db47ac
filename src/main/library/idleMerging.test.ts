import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTextSearch, SEARCH_SCHEMA } from '../search/index.ts';
import { IDLE_MILLISECONDS, mergeWhenIdle } from './idleMerging.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('merging begins a while after the last request, and goes on in steps', () => {
  let left = 3;
  const step = vi.fn(() => --left > 0);
  const merging = mergeWhenIdle(step);
  vi.advanceTimersByTime(IDLE_MILLISECONDS - 1);
  merging.pause();
  merging.resume();
  vi.advanceTimersByTime(IDLE_MILLISECONDS - 1);
  expect(step).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(step).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(IDLE_MILLISECONDS);
  expect(step).toHaveBeenCalledTimes(3);
});

test('nothing is merged while a request is being answered, nor after the end', () => {
  const step = vi.fn(() => true);
  const merging = mergeWhenIdle(step);
  vi.advanceTimersByTime(IDLE_MILLISECONDS);
  merging.pause();
  merging.pause();
  merging.resume();
  const before = step.mock.calls.length;
  vi.advanceTimersByTime(10 * IDLE_MILLISECONDS);
  expect(step).toHaveBeenCalledTimes(before);
  merging.resume();
  vi.advanceTimersByTime(IDLE_MILLISECONDS);
  expect(step.mock.calls.length).toBeGreaterThan(before);
  merging.stop();
  const last = step.mock.calls.length;
  vi.advanceTimersByTime(10 * IDLE_MILLISECONDS);
  expect(step).toHaveBeenCalledTimes(last);
});

test('what goes wrong while merging waits for the next request', () => {
  const step = vi.fn(() => {
    throw new Error('the library is closed');
  });
  const merging = mergeWhenIdle(step);
  vi.advanceTimersByTime(10 * IDLE_MILLISECONDS);
  expect(step).toHaveBeenCalledTimes(1);
  merging.pause();
  merging.resume();
  vi.advanceTimersByTime(IDLE_MILLISECONDS);
  expect(step).toHaveBeenCalledTimes(2);
});

test('texts written one by one are in one segment when nobody asks for anything any more', () => {
  const connection = new Database(':memory:');
  connection.exec(SEARCH_SCHEMA);
  const search = createTextSearch(connection);
  for (let key = 1; key <= 20; key++) {
    const text = `改厕${key}户`;
    connection.transaction(() => search.addDocument({ documentKey: key, title: '', text }))();
  }
  const count = connection.prepare('SELECT count(*) FROM search_segment').pluck();
  expect(count.get()).toBe(20);
  const merging = mergeWhenIdle(() => search.maintain());
  vi.advanceTimersByTime(IDLE_MILLISECONDS + 60_000);
  expect(count.get()).toBe(1);
  expect(search.search({ query: '改厕', limit: 1 }).total).toBe(20);
  merging.stop();
  connection.close();
});
