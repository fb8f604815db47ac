const KEPT = 40;

/**
 * The last answers, so that going back draws a view at once and at its old scroll position. An
 * answer from here is shown while the same question is asked again, never instead of asking.
 */
const answers = new Map<string, unknown>();

export function questionKey(name: string, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`;
}

export function readAnswer(key: string): unknown {
  return answers.get(key);
}

/** Keeps an answer. Returns the object kept before where both say the same, so that nothing redraws. */
export function keepAnswer(key: string, value: unknown): unknown {
  const before = answers.get(key);
  const same =
    before === value || (before !== undefined && JSON.stringify(before) === JSON.stringify(value));
  const kept = same ? before : value;
  answers.delete(key);
  answers.set(key, kept);
  const oldest = answers.keys().next();
  if (answers.size > KEPT && !oldest.done) answers.delete(oldest.value);
  return kept;
}
