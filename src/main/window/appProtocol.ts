import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { CONTENT_SECURITY_POLICY } from './policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export interface ServedContent {
  /** The built window: everything in it is served. */
  folder: string;
  /** Single files from elsewhere: '/fonts/…' → file. */
  findFile: (path: string) => string | undefined;
  /** Pages held in memory for a moment, such as a brief on its way to the printer. */
  pages: ReadonlyMap<string, { type: '.html' | '.css' | '.ttf'; body: string | Buffer }>;
}

/**
 * Answers requests on app://bundle, each answer with the content security policy. A path that leads
 * out of the folder is refused with 403.
 */
export function createAppProtocol({
  folder,
  findFile,
  pages,
}: ServedContent): (request: { url: string }) => Promise<Response> {
  return async ({ url }) => {
    const path = decodePath(url);
    if (path === null) return answer(403, '.html', '');
    const page = pages.get(path);
    if (page !== undefined) return answer(200, page.type, page.body);
    const file = findFile(path) ?? resolveInside(folder, path === '/' ? 'index.html' : path);
    if (file === null) return answer(403, '.html', '');
    try {
      return answer(200, extname(file), await readFile(file));
    } catch {
      return answer(404, '.html', '');
    }
  };
}

/** The decoded path, null for an address of another host or one that hides separators. */
function decodePath(url: string): string | null {
  // The URL parser has already folded plain “..”; only encoded ones are left to refuse.
  const { host, pathname } = new URL(url);
  if (host !== 'bundle') return null;
  try {
    const path = decodeURIComponent(pathname);
    return /\\|\0|(^|\/)\.\.(\/|$)/u.test(path) ? null : path;
  } catch {
    return null;
  }
}

function resolveInside(folder: string, path: string): string | null {
  const file = normalize(join(folder, path));
  return file.startsWith(normalize(folder) + sep) ? file : null;
}

function answer(status: number, extension: string, body: string | Buffer): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers: {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
