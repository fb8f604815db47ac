const WRITTEN = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/u;

/**
 * The ISO day of what was typed: 2026-11-22, 2026/11/22, 2026年11月22日, 20261122, in full-width digits
 * too. Undefined where it is not a day of the calendar.
 */
export function parseDay(typed: string): string | undefined {
  const parts = WRITTEN.exec(typed.normalize('NFKC').replaceAll(/\s/gu, ''));
  if (!parts) return undefined;
  const [, year = '', month = parts[4] ?? '', date = parts[5] ?? ''] = parts;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
  return exists ? day : undefined;
}

/** 2026-11-22 → 2026年11月22日 */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
