import type { WebContents } from 'electron';
import { isRegistered, registerScheme, toAppAddress, toPageAddress } from './addresses.ts';
import type { Chromium, Protocol } from './chromium.ts';
import type { Frame } from './frames.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
type Filter = { urls: string[]; types?: string[] };
type Details = Record<string, unknown> & { url: string; resourceType: string };
type BeforeAnswer = { cancel?: boolean; redirectURL?: string };
type HeadersAnswer = { cancel?: boolean; responseHeaders?: Record<string, string | string[]> };
type Listener<A> = (details: Details, callback: (answer: A) => void) => void;
type Rule<A> = { filter: Filter; listener: Listener<A> };
type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** Who a request belongs to; a request of a pop-up that was refused belongs to nobody. */
export type RequestOwner = {
  contents: WebContents;
  frame: Frame;
  /** False when the main process refused this navigation. */
  allowsNavigation: (url: string, isRedirect: boolean) => boolean;
};

const RESOURCE_TYPES: Record<string, string> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
};

const handlers = new Map<string, SchemeHandler>();
let beforeRequest: Rule<BeforeAnswer> | undefined;
let headersReceived: Rule<HeadersAnswer> | undefined;

/** `protocol`: only standard, secure schemes, which must be registered before they are handled. */
export const protocolMembers = {
  registerSchemesAsPrivileged(
    schemes: { scheme: string; privileges?: { standard?: boolean; secure?: boolean } }[],
  ): void {
    for (const { scheme, privileges } of schemes) {
      if (!privileges?.standard || !privileges.secure)
        throw new Error(`${scheme}: the Electron stand-in models standard, secure schemes only`);
      registerScheme(scheme);
    }
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!isRegistered(scheme))
      throw new Error(`${scheme}: register the scheme as privileged first`);
    if (handlers.has(scheme)) throw new Error(`The scheme has been intercepted: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
};

export const webRequestMembers = {
  onBeforeRequest(...args: unknown[]): void {
    beforeRequest = toRule(args);
  },
  /** As in Electron, answers of `protocol.handle` do not pass here: they state their headers. */
  onHeadersReceived(...args: unknown[]): void {
    headersReceived = toRule(args);
  },
};

/** Takes every request of every page, before any of them is sent. */
export async function interceptRequests(
  chromium: Chromium,
  ownerOf: (frameId: string) => RequestOwner | undefined,
): Promise<void> {
  chromium.events.on('Fetch.requestPaused', (paused: Paused) => {
    answer(chromium, paused, ownerOf(paused.frameId)).catch((error: Error) => {
      // The request may have gone away with its page; anything else is worth seeing.
      if (!error.message.includes('Invalid InterceptionId'))
        process.stderr.write(`${error.stack}\n`);
    });
  });
  await chromium.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(
  chromium: Chromium,
  paused: Paused,
  owner: RequestOwner | undefined,
): Promise<void> {
  const { requestId } = paused;
  const fail = (errorReason: Protocol.Network.ErrorReason) =>
    chromium.send('Fetch.failRequest', { requestId, errorReason }).then(() => {});
  if (paused.responseStatusCode !== undefined) return answerHeaders(chromium, paused, fail);

  const url = toAppAddress(paused.request.url);
  if (paused.resourceType === 'Document') {
    if (!owner) return closePopUp(chromium, paused.frameId, fail);
    if (!owner.allowsNavigation(url, paused.redirectedRequestId !== undefined))
      return fail('Aborted');
  }
  const details = describe(paused, url, owner);
  const verdict = await ask(beforeRequest, details);
  if (verdict.cancel) return fail('BlockedByClient');
  if (verdict.redirectURL) {
    const location = { name: 'Location', value: toPageAddress(verdict.redirectURL) };
    const redirect = { requestId, responseCode: 307, responseHeaders: [location] };
    await chromium.send('Fetch.fulfillRequest', redirect);
    return;
  }
  const scheme = url.slice(0, url.indexOf(':'));
  const handler = handlers.get(scheme);
  if (handler) return serve(chromium, paused, url, handler, fail);
  if (isRegistered(scheme)) return fail('Failed');
  await chromium.send('Fetch.continueRequest', {
    requestId,
    interceptResponse: headersReceived !== undefined,
  });
}

/**
 * A pop-up belongs to no window. It is closed at its first request and not before: closed while a
 * debugger such as Playwright's still holds it back, it would leave its opener paused for good.
 */
async function closePopUp(
  chromium: Chromium,
  targetId: string,
  fail: (reason: Protocol.Network.ErrorReason) => Promise<void>,
): Promise<void> {
  await fail('Aborted');
  await chromium.send('Target.closeTarget', { targetId });
}

async function serve(
  chromium: Chromium,
  paused: Paused,
  url: string,
  handler: SchemeHandler,
  fail: (reason: Protocol.Network.ErrorReason) => Promise<void>,
): Promise<void> {
  const { requestId, request } = paused;
  const body = request.hasPostData
    ? Buffer.concat(
        (request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')),
      )
    : null;
  const { method, headers } = request;
  let response: Response;
  try {
    response = await handler(new Request(url, { method, headers, body }));
  } catch (error) {
    process.stderr.write(`protocol.handle failed for ${url}: ${error}\n`);
    return fail('Failed');
  }
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'location' ? toPageAddress(value) : value,
  }));
  const bytes = Buffer.from(await response.arrayBuffer());
  await chromium.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders,
    body: bytes.toString('base64'),
  });
}

async function answerHeaders(
  chromium: Chromium,
  paused: Paused,
  fail: (reason: Protocol.Network.ErrorReason) => Promise<void>,
): Promise<void> {
  const { requestId, responseStatusCode: statusCode } = paused;
  const responseHeaders: Record<string, string[]> = {};
  for (const { name, value } of paused.responseHeaders ?? []) {
    responseHeaders[name] = [...(responseHeaders[name] ?? []), value];
  }
  const details = describe(paused, paused.request.url, undefined);
  const verdict = await ask(headersReceived, { ...details, statusCode, responseHeaders });
  if (verdict.cancel) return fail('BlockedByClient');
  const headers = Object.entries(verdict.responseHeaders ?? responseHeaders);
  await chromium.send('Fetch.continueResponse', {
    requestId,
    ...(statusCode === undefined ? {} : { responseCode: statusCode }),
    responseHeaders: headers.flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value })),
    ),
  });
}

function describe(paused: Paused, url: string, owner: RequestOwner | undefined): Details {
  const isDocument = paused.resourceType === 'Document';
  const documentType = owner?.frame.parent ? 'subFrame' : 'mainFrame';
  return {
    id: Number.parseInt(paused.requestId.replace(/\D+/g, ''), 10),
    url,
    method: paused.request.method,
    resourceType: isDocument ? documentType : (RESOURCE_TYPES[paused.resourceType] ?? 'other'),
    referrer: toAppAddress(paused.request.headers.Referer ?? ''),
    timestamp: Date.now(),
    webContentsId: owner?.contents.id,
    webContents: owner?.contents,
    frame: owner?.frame ?? null,
  };
}

function ask<A extends object>(rule: Rule<A> | undefined, details: Details): Promise<Partial<A>> {
  if (!rule || !applies(rule.filter, details)) return Promise.resolve({});
  return new Promise((resolve) => rule.listener(details, resolve));
}

function applies({ urls, types }: Filter, { url, resourceType }: Details): boolean {
  if (types && !types.includes(resourceType)) return false;
  return urls.some((pattern) => toExpression(pattern).test(url));
}

function toExpression(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`);
}

/** `(filter, listener)`, `(listener)` or `(null)`, which removes the listener. */
function toRule<A>(args: unknown[]): Rule<A> | undefined {
  const listener = args.find((arg) => typeof arg === 'function') as Listener<A> | undefined;
  const filter = args.find((arg) => typeof arg === 'object' && arg !== null) as Filter | undefined;
  return listener && { listener, filter: filter ?? { urls: ['<all_urls>'] } };
}
