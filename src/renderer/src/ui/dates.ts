const two = (value: number) => String(value).padStart(2, '0');

/** 2026年11月23日, in the time of this computer. Without `Intl`, whose first use takes 15 ms. */
export function dayLabel(iso: string): string {
  const day = new Date(iso);
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
}

/** 2026年11月23日 09:05 */
export function momentLabel(iso: string): string {
  const time = new Date(iso);
  return `${dayLabel(iso)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
