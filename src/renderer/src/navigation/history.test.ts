import { describe, expect, it } from 'vitest';
import { beginHistory, currentEntry, goTo, replaceRoute, step } from './history.ts';

const library = { view: 'library' } as const;
const search = { view: 'search', query: '改厕' } as const;
const report = { view: 'reader', id: 'a' } as const;

describe('the history of places', () => {
  it('goes back to the place before, with its scroll position', () => {
    const visited = goTo(beginHistory(library), search);
    currentEntry(visited).scroll.set('hits', 420);
    const back = step(goTo(visited, report), -1);
    expect(currentEntry(back).route).toEqual(search);
    expect(currentEntry(back).scroll.get('hits')).toBe(420);
  });

  it('goes forward again after going back', () => {
    const back = step(goTo(goTo(beginHistory(library), search), report), -1);
    expect(currentEntry(step(back, 1)).route).toEqual(report);
  });

  it('forgets what lay ahead once a new place is visited', () => {
    const back = step(goTo(beginHistory(library), search), -1);
    const elsewhere = goTo(back, report);
    expect(elsewhere.entries.map((entry) => entry.route.view)).toEqual(['library', 'reader']);
    expect(step(elsewhere, 1)).toBe(elsewhere);
  });

  it('keeps one step for a query that is typed character by character', () => {
    const typed = ['改', '改厕'].reduce(
      (history, query) => replaceRoute(history, { view: 'search', query }),
      goTo(beginHistory(library), { view: 'search', query: '' }),
    );
    expect(currentEntry(typed).route).toEqual(search);
    expect(currentEntry(step(typed, -1)).route).toEqual(library);
  });

  it('never gives two places the same key', () => {
    const back = step(goTo(beginHistory(library), search), -1);
    const keys = [...goTo(back, report).entries, currentEntry(goTo(beginHistory(library), search))];
    expect(currentEntry(goTo(back, report)).key).not.toBe(keys.at(-1)?.key);
  });

  it('stays at either end', () => {
    const only = beginHistory(library);
    expect(step(only, -1)).toBe(only);
    expect(step(only, 1)).toBe(only);
  });
});
