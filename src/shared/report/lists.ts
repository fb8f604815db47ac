import type { Label, LabelKind } from './labels.ts';

/** A run 1. 2. 3. or 一是 二是 三是 inside one section, in order. */
export interface Run {
  kind: LabelKind;
  labels: Label[];
  /** Where the text that belongs to the last member ends at the latest. */
  end: number;
}

/**
 * Collects the runs of one kind between two offsets. A run starts at 1 after a boundary and goes on
 * with the next number; a later member may follow a sentence whose full stop was lost. One member
 * alone is no run.
 */
export function collectRuns(
  labels: readonly Label[],
  kind: LabelKind,
  from: number,
  to: number,
): Run[] {
  const runs: Run[] = [];
  let current: Label[] = [];
  const close = (end: number) => {
    if (current.length >= 2) runs.push({ kind, labels: current, end });
    current = [];
  };
  for (const label of labels) {
    if (label.start < from || label.start >= to || label.kind !== kind) continue;
    const last = current.at(-1);
    if (label.value === 1 && (label.boundary !== 'none' || last === undefined)) {
      close(label.start);
      if (label.start === from || label.boundary !== 'none' || kind === 'is') current = [label];
    } else if (last !== undefined && label.value === last.value + 1) {
      current.push(label);
    }
  }
  close(to);
  return runs;
}
