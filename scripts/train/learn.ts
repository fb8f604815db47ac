import { clamp } from './statistics.ts';

/** Chance with a fixed seed: training twice gives the same weights. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const copy = [...values];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}

export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, one) => total + one, 0);
  return powers.map((one) => one / sum);
}

/** Weights moved by Adagrad, one step a call. */
export class Weights {
  readonly values: Float32Array;
  readonly #squares: Float32Array;
  readonly #rate: number;
  readonly #decay: number;

  constructor(size: number, rate: number, decay: number, start: number) {
    this.values = new Float32Array(size);
    this.#squares = new Float32Array(size).fill(start);
    this.#rate = rate;
    this.#decay = decay;
  }

  sum(features: readonly number[]): number {
    let sum = 0;
    for (const feature of features) sum += this.values[feature] ?? 0;
    return sum;
  }

  move(feature: number, gradient: number): void {
    const value = this.values[feature] ?? 0;
    const step = gradient - this.#decay * value;
    const square = (this.#squares[feature] ?? 0) + step * step;
    this.#squares[feature] = square;
    this.values[feature] = value + (this.#rate * step) / Math.sqrt(square);
  }
}

/** Small integers for the shipped file, and what one of them is worth. */
export function quantised(
  values: Float32Array,
  highest: number,
): { weights: Int8Array; unit: number } {
  const unit =
    Math.min(
      highest,
      values.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    ) / 127;
  return { weights: Int8Array.from(values, (value) => clamp(value / unit)), unit };
}
