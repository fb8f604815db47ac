import type { Label } from './labels.ts';

/** A clause that is counted is not longer. */
const longestClause = 90;

/**
 * Which 一、 or (一) labels, in order, count the clauses of one sentence and are no headings: “主要问题是:一、经济结构单一;
 * 二、镇村债务沉重;三、水利工程老化。”
 */
export function clauseLabels(text: string, labels: readonly Label[]): Set<Label> {
  const found = new Set<Label>();
  let run: Label[] = [];
  for (const label of labels) {
    const last = run.at(-1);
    if (last !== undefined && goesOn(text, last, label)) {
      run.push(label);
      for (const one of run) found.add(one);
    } else run = label.value === 1 && label.boundary !== 'line' ? [label] : [];
  }
  return found;
}

function goesOn(text: string, last: Label, next: Label): boolean {
  return (
    next.kind === last.kind &&
    next.value === last.value + 1 &&
    next.boundary === 'stop' &&
    text[next.start - 1] === ';' &&
    next.start - last.end <= longestClause &&
    !/[。!?]/.test(text.slice(last.end, next.start))
  );
}
