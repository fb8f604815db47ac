import type { PromiseLine } from './excerpt.ts';

export type Decided = NonNullable<PromiseLine['settled']>;

export const STATES = {
  answered: '有交代',
  unclear: '可能相关',
  unmentioned: '未见',
} as const;
export type State = keyof typeof STATES;

export const DECISIONS: Record<Decided['outcome'], string> = {
  kept: '已完成',
  partly: '部分完成',
  unmentioned: '本稿不写',
};

/** What the draft says of a commitment, as the panel counts it. */
export function stateOf({ outcome }: PromiseLine): State {
  return outcome === 'kept' || outcome === 'partly' ? 'answered' : outcome;
}
