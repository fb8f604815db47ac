import type { Session, WebContents } from 'electron';

/** The one origin the window may show. */
export const APP_ORIGIN = 'app://bundle';

/** Sent with every answer of the app's own scheme: nothing from elsewhere, no inline script or style. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** True for addresses of the app's own pages, and of the development server when there is one. */
export function isOwnAddress(address: string, developmentOrigin: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, origin } = new URL(address);
  // The origin of a custom scheme is 'null' for Node, so scheme and host are compared.
  if (`${protocol}//${host}` === APP_ORIGIN) return true;
  return developmentOrigin !== null && origin === developmentOrigin;
}

/**
 * Whether a request may leave for the network stack. The content security policy stops nearly all
 * before; this is the second wall, and the only one for `<meta refresh>` and the like.
 */
export function isRequestAllowed(address: string, developmentOrigin: string | null): boolean {
  if (isOwnAddress(address, developmentOrigin)) return true;
  if (address.startsWith('data:image/') || address.startsWith('devtools://')) return true;
  return (
    developmentOrigin !== null && address.startsWith(developmentOrigin.replace(/^http/u, 'ws'))
  );
}

/** Refuses every permission and every request that is not for the app itself. */
export function lockSession(session: Session, developmentOrigin: string | null): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !isRequestAllowed(details.url, developmentOrigin) });
  });
}

/** Keeps a page where it is: no navigation, no redirect, no new window. */
export function lockNavigation(contents: WebContents, developmentOrigin: string | null): void {
  const refuse = (event: { preventDefault: () => void; url: string }) => {
    if (!isOwnAddress(event.url, developmentOrigin)) event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
