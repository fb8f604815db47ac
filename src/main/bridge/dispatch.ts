import type { Outcome } from '../../shared/contract/failure.ts';
import { RequestFailure } from '../../shared/contract/failure.ts';
import type { Handlers, RouteName, routes } from '../../shared/contract/routes.ts';
import type { FirstQuestion } from './handlers/first.ts';

export type Dispatch = (name: unknown, input: unknown) => Promise<Outcome<unknown>>;

/** Every route with its handler. */
export interface Served<C> {
  routes: typeof routes;
  handlers: Handlers<C>;
}

/**
 * Turns an untrusted name and input into an outcome. Never throws: Electron would keep only the
 * message of a thrown error, and a handler's bug must not take the window down.
 *
 * @param first answered as they are; everything else, `all` of it, is loaded when it is asked for.
 * @param explain turns an error of the library's file into an expected failure.
 * @param logUnexpected told once of every error that is no expected failure.
 */
export function createDispatch<C>(
  context: C,
  { first, all }: { first: Handlers<C, FirstQuestion>; all: () => Promise<Served<C>> },
  explain: (error: unknown) => RequestFailure | undefined,
  logUnexpected: (route: string, error: unknown) => void,
): Dispatch {
  // The lists type each handler by its own route; a name known only at run time needs the plain form.
  type Handle = (context: C, input: unknown) => Promise<unknown>;

  async function settle(name: string, work: () => Promise<unknown>): Promise<Outcome<unknown>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const expected = error instanceof RequestFailure ? error : explain(error);
      if (expected) return refuse(expected.code, expected.message);
      logUnexpected(name, error);
      return refuse('internal', '程序内部出错，这一步没有完成。已保存的资料不受影响，请重试。');
    }
  }

  return async (name, input) => {
    if (typeof name !== 'string') return refuseUnknown();
    if (Object.hasOwn(first, name) && isEmpty(input)) {
      return settle(name, () => (first[name as FirstQuestion] as Handle)(context, {}));
    }
    const { routes, handlers } = await all();
    if (!Object.hasOwn(routes, name)) return refuseUnknown();
    const parsed = routes[name as RouteName].input.safeParse(input);
    if (!parsed.success)
      return refuse('malformed-request', '请求格式不对，没有执行。资料未受影响。');
    return settle(name, () => (handlers[name as RouteName] as Handle)(context, parsed.data));
  };
}

function isEmpty(input: unknown): boolean {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  return isObject && Object.keys(input).length === 0;
}

function refuseUnknown(): Outcome<never> {
  return refuse('unknown-route', '没有这项功能。资料未受影响。');
}

function refuse(code: string, message: string): Outcome<never> {
  return { ok: false, failure: { code, message } };
}
