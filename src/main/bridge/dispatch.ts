import type { Outcome } from '../../shared/contract/failure.ts';
import { RequestFailure } from '../../shared/contract/failure.ts';
import { type Handlers, type RouteName, routes } from '../../shared/contract/routes.ts';

export type Dispatch = (name: unknown, input: unknown) => Promise<Outcome<unknown>>;

/**
 * Turns an untrusted name and input into an outcome. Never throws: Electron would keep only the
 * message of a thrown error, and a handler's bug must not take the window down.
 *
 * @param explain turns an error of the library's file into an expected failure.
 * @param logUnexpected told once of every error that is no expected failure.
 */
export function createDispatch<C>(
  context: C,
  handlers: Handlers<C>,
  explain: (error: unknown) => RequestFailure | undefined,
  logUnexpected: (route: string, error: unknown) => void,
): Dispatch {
  return async (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(routes, name)) {
      return refuse('unknown-route', '没有这项功能。资料未受影响。');
    }
    const route = routes[name as RouteName];
    const parsed = route.input.safeParse(input);
    if (!parsed.success)
      return refuse('malformed-request', '请求格式不对，没有执行。资料未受影响。');
    try {
      // The list types each handler by its own route; a name known only at run time needs the plain form.
      const handle = handlers[name as RouteName] as (
        context: C,
        input: unknown,
      ) => Promise<unknown>;
      return { ok: true, value: await handle(context, parsed.data) };
    } catch (error) {
      const expected = error instanceof RequestFailure ? error : explain(error);
      if (expected) return refuse(expected.code, expected.message);
      logUnexpected(name, error);
      return refuse('internal', '程序内部出错，这一步没有完成。已保存的资料不受影响，请重试。');
    }
  };
}

function refuse(code: string, message: string): Outcome<never> {
  return { ok: false, failure: { code, message } };
}
