/**
 * Chromium knows no scheme of ours, so `app://bundle/index.html` is loaded under
 * `https://bundle.app.electron-stand-in.invalid/index.html` and translated at the border: the main
 * process only ever sees the former, the page only the latter.
 */
const SUFFIX = '.electron-stand-in.invalid';

const privileged = new Set<string>();

export function registerScheme(scheme: string): void {
  privileged.add(scheme);
}

export function isRegistered(scheme: string): boolean {
  return privileged.has(scheme);
}

/** The address that the page is loaded under; other addresses are left alone. */
export function toPageAddress(url: string): string {
  const { scheme, host, rest } = split(url);
  return privileged.has(scheme) ? `https://${host}.${scheme}${SUFFIX}${rest}` : url;
}

/** The address as the main process knows it. */
export function toAppAddress(url: string): string {
  const { scheme, host, rest } = split(url);
  if (scheme !== 'https' || !host.endsWith(SUFFIX)) return url;
  const name = host.slice(0, -SUFFIX.length);
  const dot = name.lastIndexOf('.');
  return `${name.slice(dot + 1)}://${name.slice(0, dot)}${rest}`;
}

export function originOf(url: string): string {
  const { scheme, host } = split(url);
  return host ? `${scheme}://${host}` : 'null';
}

function split(url: string): { scheme: string; host: string; rest: string } {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
  return {
    scheme: match?.[1]?.toLowerCase() ?? '',
    host: match?.[2] ?? '',
    rest: match?.[3] ?? '',
  };
}
