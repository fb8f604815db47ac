import { createServer } from 'node:http';

export interface ServedFile {
  body: string | Buffer;
  type: string;
  /** Kept by the browser for the rest of the page; nothing is, unless it says so. */
  isCached?: boolean;
}

/** Serves files to the browser over the loopback, as the app does by its own scheme. */
export async function openPageServer(
  find: (path: string) => ServedFile | undefined,
  policy: string | null = null,
): Promise<{ origin: string; close: () => void }> {
  const server = createServer(({ url = '' }, response) => {
    const file = find(url);
    response.statusCode = file === undefined ? 404 : 200;
    response.setHeader('content-type', file?.type ?? '');
    response.setHeader('cache-control', file?.isCached === true ? 'max-age=3600' : 'no-store');
    if (policy !== null) response.setHeader('content-security-policy', policy);
    response.end(file?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
