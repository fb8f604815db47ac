import { useCallback, useRef, useState } from 'react';
import type { Input, Output, RouteName } from '../../../shared/contract/routes.ts';
import { type RequestError, request } from './request.ts';

export interface Mutation<N extends RouteName> {
  /** Sends the change. Undefined where it failed: `onFailure` has been told then. */
  run: (input: Input<N>) => Promise<Output<N> | undefined>;
  pending: boolean;
}

/** A request that changes something. Failures go to `onFailure` as one Chinese sentence. */
export function useMutation<N extends RouteName>(
  name: N,
  onFailure: (message: string) => void,
): Mutation<N> {
  const [pending, setPending] = useState(false);
  const report = useRef(onFailure);
  report.current = onFailure;
  const run = useCallback(
    async (input: Input<N>) => {
      setPending(true);
      try {
        return await request(name, input);
      } catch (error) {
        report.current((error as RequestError).message);
        return undefined;
      } finally {
        setPending(false);
      }
    },
    [name],
  );
  return { run, pending };
}
