/** So many times longer, and a list is searched for each number rather than walked through. */
const MUCH_LONGER = 8;

/** Keeps the numbers of `left` that are in `right` too; both ascending. Shortens `left` in place. */
export function keepCommon(left: Int32Array, right: Int32Array): Int32Array {
  let kept = 0;
  let at = 0;
  const isMuchLonger = right.length > left.length * MUCH_LONGER;
  for (let i = 0; i < left.length; i++) {
    const number = left[i] as number;
    if (isMuchLonger) at = firstNotBelow(right, number, at);
    else while (at < right.length && (right[at] as number) < number) at++;
    if (at === right.length) break;
    if (right[at] === number) left[kept++] = number;
  }
  return left.subarray(0, kept);
}

/** The numbers of `left` that are not in `right`; both ascending. */
export function without(left: Int32Array, right: Int32Array): Int32Array {
  if (right.length === 0) return left;
  let at = 0;
  return left.filter((number) => {
    while (at < right.length && (right[at] as number) < number) at++;
    return right[at] !== number;
  });
}

/** Sorts numbers in place and drops repetitions. */
export function sortedAndUnique(numbers: Int32Array): Int32Array {
  numbers.sort();
  let kept = 0;
  for (let i = 0; i < numbers.length; i++) {
    if (i === 0 || numbers[i] !== numbers[i - 1]) numbers[kept++] = numbers[i] as number;
  }
  return numbers.subarray(0, kept);
}

/** Index of the last element that is not above `value`; -1 where there is none. `sorted` ascends. */
export function lastNotAbove(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the first element at or behind `from` that is not below `value`, looked for near `from` first. */
export function firstNotBelow(sorted: Int32Array, value: number, from: number): number {
  const length = sorted.length;
  if (from >= length || (sorted[from] as number) >= value) return from;
  let low = from;
  let step = 1;
  while (low + step < length && (sorted[low + step] as number) < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(length, low + step);
  low++;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
