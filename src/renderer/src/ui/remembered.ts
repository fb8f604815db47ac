const PREFIX = 'zhenjian.width.';

/** Opens the storage, whose first use in a window waits for the browser's process for some 30 ms. */
export function openRemembered(): void {
  readRemembered('');
}

/** A width the person chose before, in pixels; undefined where none is kept or storage is refused. */
export function readRemembered(id: string): number | undefined {
  try {
    const value = Number(localStorage.getItem(PREFIX + id) ?? Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a width for the next start. Losing it costs nothing, so a refusal is passed over. */
export function remember(id: string, width: number): void {
  try {
    localStorage.setItem(PREFIX + id, String(width));
  } catch {
    // The profile may be read-only.
  }
}
