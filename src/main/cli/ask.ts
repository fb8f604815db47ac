import { RequestFailure } from '../../shared/contract/failure.ts';
import type { Input, Output, RouteName } from '../../shared/contract/routes.ts';
import type { ServedLibrary } from '../library/serve.ts';

/** Asks the same handlers as the window. @throws RequestFailure where the answer is a failure. */
export async function request<N extends RouteName>(
  { dispatch }: ServedLibrary,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const outcome = await dispatch(name, input);
  if (!outcome.ok) throw new RequestFailure(outcome.failure.code, outcome.failure.message);
  return outcome.value as Output<N>;
}
