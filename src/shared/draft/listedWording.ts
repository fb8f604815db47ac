import type { OutdatedWording } from '../review/finding.ts';

/**
 * A wording on the person's own list. Outside its dates of validity a check points at it; with neither
 * date it always does. Empty strings stand for what was not given.
 */
export interface ListedWording {
  id: string;
  /** 食药监局 */
  wording: string;
  /** What is written now: 市场监管局 */
  instead: string;
  remark: string;
  /** First and last date on which it is valid, as exact as it is known: 2018, 2018-03, 2018-03-17. */
  since: string;
  until: string;
  /** The document that says so: 机构改革方案 */
  source: string;
}

const WRITTEN = /^(\d{4})年?(?:[-/.]?(\d{1,2})月?(?:[-/.]?(\d{1,2})日?)?)?$/u;

/** 2018, 2018年3月, 2018-3-17 and full-width digits as an ISO date of that exactness; null where it is none. */
export function parseValidity(typed: string): string | null {
  const parts = WRITTEN.exec(typed.normalize('NFKC').replaceAll(/\s/gu, ''));
  if (!parts) return null;
  const [, year = '', ...rest] = parts;
  const date = [year, ...rest.flatMap((part) => part?.padStart(2, '0') ?? [])].join('-');
  const whole = `${date}-01-01`.slice(0, 10);
  const instant = new Date(`${whole}T00:00:00Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(whole);
  return exists ? date : null;
}

/** 2018-03 → 2018年3月 */
export function validityWords(date: string): string {
  const units = ['年', '月', '日'];
  return date
    .split('-')
    .map((part, at) => `${Number(part)}${units[at] ?? ''}`)
    .join('');
}

/**
 * What the checks need to know of a list. A report is of a year: a wording that ends in March 2018 may
 * still stand in the report of 2018, and is pointed at from that of 2019 on.
 */
export function outdatedOf(list: readonly ListedWording[]): OutdatedWording[] {
  return list.flatMap(({ wording, instead, remark, since, until, source }) => {
    const known = {
      wording,
      instead: instead || null,
      source: source || null,
      ...(remark && { remark }),
    };
    const late: OutdatedWording = {
      ...known,
      fromYear: Number(until.slice(0, 4)) + 1,
      untilYear: null,
      validity: `有效期至${validityWords(until)}`,
    };
    const early: OutdatedWording = {
      ...known,
      fromYear: null,
      untilYear: Number(since.slice(0, 4)) - 1,
      validity: `自${validityWords(since)}起用`,
    };
    if (since === '' && until === '') return [{ ...known, fromYear: null, untilYear: null }];
    return [...(until === '' ? [] : [late]), ...(since === '' ? [] : [early])];
  });
}
