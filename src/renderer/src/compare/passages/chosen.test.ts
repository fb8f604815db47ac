import { describe, expect, it } from 'vitest';
import { chosenWords, isChosen, MOST_CHOSEN, toggleChosen } from './chosen.ts';

const passage = (documentId: string, start: number) => ({ documentId, start, end: start + 5 });

describe('passages chosen in several reports', () => {
  it('are taken in once and out again, whatever row they were taken from', () => {
    const one = toggleChosen([], { ...passage('a', 0), topic: 'T11' });
    expect(isChosen(one, passage('a', 0))).toBe(true);
    expect(isChosen(one, passage('b', 0))).toBe(false);
    expect(toggleChosen(one, { ...passage('a', 0), topic: 'T12' })).toEqual([]);
  });

  it('are no more than one note can tie', () => {
    let chosen: ReturnType<typeof toggleChosen> = [];
    for (let start = 0; start < 30; start += 1) chosen = toggleChosen(chosen, passage('a', start));
    expect(chosen).toHaveLength(MOST_CHOSEN);
  });

  it('say their reports, each once', () => {
    const chosen = [passage('a', 0), passage('b', 0), passage('a', 9)];
    expect(chosenWords(chosen, (id) => (id === 'a' ? '青石岭镇' : '白水镇'))).toBe(
      '3 段（青石岭镇、白水镇）',
    );
  });
});
