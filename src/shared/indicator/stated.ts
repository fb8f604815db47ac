import { type Decimal, fromNumber, toNumber } from './decimal.ts';
import type { IndicatorReading } from './reading.ts';
import { conversionFor, magnitudeAt, normalise } from './units.ts';
import type { IndicatorVocabulary } from './vocabulary.ts';

const ONE: Decimal = { digits: 1n, scale: 0 };

/**
 * A stated value in the unit its indicator is compared in: 1.87 and 亿元 → 18700 万元, exactly. A unit
 * nobody listed stays as it is.
 */
export function normaliseStated(
  value: Decimal,
  unit: string | null,
  key: string | null,
  { indicators, units }: IndicatorVocabulary,
): Pick<IndicatorReading, 'normalizedValue' | 'normalizedUnit'> {
  const indicator = indicators.get(key ?? '');
  const families = indicator?.families ?? [];
  for (const { word, factor } of readingsOf(unit ?? '')) {
    const listed = units.units.get(word);
    if (listed === undefined) continue;
    const conversion = conversionFor(listed, families);
    const normalised = normalise(value, factor, conversion);
    return { normalizedValue: toNumber(normalised), normalizedUnit: conversion.base };
  }
  return { normalizedValue: toNumber(value), normalizedUnit: unit };
}

/** 万元 as one word, and as 万 of 元. */
function readingsOf(unit: string): { word: string; factor: Decimal }[] {
  const whole = { word: unit, factor: ONE };
  const magnitude = magnitudeAt(unit, 0);
  if (magnitude === null) return [whole];
  const word = unit.slice(magnitude.text.length);
  return [whole, { word, factor: magnitude.factor }];
}

/** A name as assignments know it: blanks and line ends inside it are the layout's. */
export function nameKey(name: string): string {
  return name.replaceAll(/\s/gu, '');
}

/**
 * Readings that no name of the shared list fits, under the indicator a person assigned their stated name
 * to. The name as written stays; what the list itself named, or a correction, is left alone.
 */
export function assignNames(
  readings: readonly IndicatorReading[],
  assigned: ReadonlyMap<string, string>,
  vocabulary: IndicatorVocabulary,
): IndicatorReading[] {
  return readings.map((reading) => {
    const key = reading.key === null ? assigned.get(nameKey(reading.name)) : undefined;
    if (key === undefined || !vocabulary.indicators.has(key)) return reading;
    const value = reading.value === null ? null : fromNumber(reading.value);
    if (value === null || reading.rank !== null) return { ...reading, key };
    return { ...reading, key, ...normaliseStated(value, reading.unit, key, vocabulary) };
  });
}
