import { describe, expect, it } from 'vitest';
import { moveSentence } from './sentences.ts';

const sentences = [
  { start: 0, end: 10 },
  { start: 10, end: 25 },
  { start: 25, end: 40 },
];

describe('choosing sentences by keyboard', () => {
  it('begins with the sentence at the top of the page', () => {
    expect(moveSentence(sentences, null, 'next', 12)).toEqual({ start: 10, end: 25 });
  });

  it('goes on to the next and back, and stays at the ends', () => {
    expect(moveSentence(sentences, { start: 10, end: 25 }, 'next', 0)).toEqual(sentences[2]);
    expect(moveSentence(sentences, { start: 10, end: 25 }, 'previous', 0)).toEqual(sentences[0]);
    expect(moveSentence(sentences, { start: 25, end: 40 }, 'next', 0)).toEqual(sentences[2]);
  });

  it('widens in both directions', () => {
    const widened = moveSentence(sentences, { start: 10, end: 25 }, 'extend-next', 0);
    expect(widened).toEqual({ start: 10, end: 40 });
    expect(moveSentence(sentences, widened, 'extend-previous', 0)).toEqual({ start: 0, end: 40 });
  });
});
