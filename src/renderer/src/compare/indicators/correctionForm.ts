import type { FigureCorrectionInput } from '../../../../shared/contract/schemas/figures.ts';
import type { IndicatorReading } from '../../../../shared/indicator/reading.ts';

export type Change = Extract<FigureCorrectionInput, { kind: 'change' }>;
export type ChangeKind = NonNullable<IndicatorReading['changeKind']>;

/** What is written in the fields of the dialog. */
export interface CorrectionForm {
  name: string;
  value: string;
  unit: string;
  growth: string;
  growthKind: ChangeKind;
  period: string;
  nature: Change['nature'];
  scope: Change['scope'];
}

const NUMBER = /^-?\d{1,15}(\.\d{1,8})?$/u;
const PERIOD = /^\d{4}(-(\d{4})?)?$/u;

export function formOf(reading: IndicatorReading | null): CorrectionForm {
  return {
    name: reading?.name ?? '',
    value: reading?.value == null ? '' : String(reading.value),
    unit: reading?.unit ?? '',
    growth: reading?.growthPercent == null ? '' : String(reading.growthPercent),
    growthKind: reading?.changeKind ?? 'year-on-year',
    period: reading?.period ?? '',
    nature: reading?.nature ?? 'actual',
    scope: reading?.scope ?? 'town',
  };
}

/**
 * What the form says of the figure; null while it is not complete: a name, and a value or a growth. An
 * untouched growth of several years, which is of no kind, stays as it was read.
 */
export function changeOf(
  form: CorrectionForm,
  reading: IndicatorReading | null,
  listed: readonly { key: string; name: string }[],
): Change | null {
  const name = form.name.trim();
  const value = plain(form.value);
  const growth = plain(form.growth).replace(/^\+|%$/gu, '');
  const period = plain(form.period)
    .replace(/[—–－~]/gu, '-')
    .replace(/年(?:以来)?$/u, '');
  const unit = form.unit.trim();
  if (name === '' || (value === '' && growth === '')) return null;
  if ([value, growth].some((text) => text !== '' && !NUMBER.test(text))) return null;
  if (period !== '' && !PERIOD.test(period)) return null;
  const before = formOf(reading);
  const sameGrowth = growth === before.growth && form.growthKind === before.growthKind;
  const key = listed.find((each) => each.name === name)?.key;
  return {
    kind: 'change',
    key: key ?? (name === reading?.name ? reading.key : null),
    name,
    value: value === '' ? null : value,
    unit: unit === '' ? null : unit,
    nature: form.nature,
    scope: form.scope,
    period: period === '' ? null : period,
    ...(sameGrowth
      ? {}
      : { growth: growth === '' ? null : { percent: growth, kind: form.growthKind } }),
  };
}

function plain(text: string): string {
  return text.replaceAll(/[,，\s]/gu, '');
}
