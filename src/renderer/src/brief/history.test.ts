import { expect, it } from 'vitest';
import { startSteps, stepBack, stepForth, stepTo } from './history.ts';

it('goes back and forth one change at a time, and typing in one field is one change', () => {
  let steps = startSteps('');
  for (const typed of ['三', '三镇', '三镇情况']) steps = stepTo(steps, typed, 'title');
  steps = stepTo(steps, '三镇情况！', 'unit');
  expect(stepBack(steps).now).toBe('三镇情况');
  expect(stepBack(stepBack(steps)).now).toBe('');
  expect(stepForth(stepBack(stepBack(steps))).now).toBe('三镇情况');
});

it('begins a new change once the last one was taken back', () => {
  const typed = stepTo(startSteps('a'), 'ab', 'title');
  const again = stepTo(stepBack(typed), 'ac', 'title');
  expect(again.now).toBe('ac');
  expect(stepBack(again).now).toBe('a');
  expect(stepForth(again).now).toBe('ac');
});
