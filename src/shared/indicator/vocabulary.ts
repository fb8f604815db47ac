import { z } from 'zod';
import { type AliasMatcher, compileAliases } from './aliasMatcher.ts';
import { type CharacterPairs, compilePairs } from './characterPairs.ts';
import { compileUnits, type UnitLexicon } from './units.ts';

const indicatorSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Topic id of resources/vocabulary/topics.json. */
  topic: z.string(),
  /** Unit family of units.json the indicator is stated in. */
  family: z.string(),
  otherFamilies: z.array(z.string()).default([]),
  aliases: z.array(z.string().min(2)),
  /** Indicators people confuse with this one: shown side by side only with 口径不同. */
  kin: z.array(z.string()).default([]),
  /** 口径: what is and is not counted. */
  definition: z.string().nullable().default(null),
  /** Counts things of many kinds (示范村、道路): side by side only with the original wording. */
  broad: z.boolean().default(false),
  /**
   * Whose sum or share it is: the whole place's, of one firm or project only (产值 of a factory), or of any, villages too
   * (项目投资额, 村集体收入).
   */
  of: z.enum(['whole', 'one', 'any']).default('whole'),
  /** The indicator under which one firm or project states the same of itself. */
  single: z.string().nullable().default(null),
  /** The indicator of how much it rose by, as an amount. */
  rise: z.string().nullable().default(null),
  /** A rate told of many subjects (办结率, 满意率): whatever stands in front only says of which. */
  bySubject: z.boolean().default(false),
});

const unitsSchema = z.strictObject({
  families: z.array(
    z.strictObject({
      id: z.string(),
      base: z.string().nullable(),
      /** Unit → factor to the base as a plain decimal string. */
      units: z.record(z.string(), z.string()),
      /** Units of the family that are never converted: 户次, 亩次. */
      separate: z.array(z.string()),
      /** Base → its units, which are never converted to the family's: 万美元. */
      others: z.record(z.string(), z.record(z.string(), z.string())).default({}),
    }),
  ),
  /** Words behind a number that make it no figure: 年, 岁, 届, 千伏. */
  neverUnits: z.array(z.string()),
});

/** resources/knowledge/word-pairs.json: first character → the characters reports write behind it. */
const wordPairsSchema = z.strictObject({
  source: z.string(),
  pairs: z.record(z.string(), z.string()),
});

/** One indicator of the shared list (指标). */
export interface Indicator extends z.infer<typeof indicatorSchema> {
  /** Sums, standards and shares: one word more in front or behind makes them another indicator. */
  exact: boolean;
  /** `family` with `otherFamilies` behind it. */
  families: readonly string[];
}

export interface IndicatorVocabulary {
  indicators: ReadonlyMap<string, Indicator>;
  aliases: AliasMatcher<Indicator>;
  units: UnitLexicon;
  /** Characters that many reports write behind a character: a pair that is not there is likely of a name. */
  wordPairs: CharacterPairs;
}

/**
 * Checks and compiles resources/vocabulary/indicators.json and units.json and knowledge/word-pairs.json. Throws where they do not
 * fit the shape, where an id or an alias is listed twice, or where one names an unknown indicator.
 */
export function parseIndicatorVocabulary(
  indicatorsJson: unknown,
  unitsJson: unknown,
  wordPairsJson: unknown,
): IndicatorVocabulary {
  const list: Indicator[] = z
    .array(indicatorSchema)
    .parse(indicatorsJson)
    .map((indicator) => ({
      ...indicator,
      exact: EXACT_FAMILIES.has(indicator.family),
      families: [indicator.family, ...indicator.otherFamilies],
    }));
  const { families, neverUnits } = unitsSchema.parse(unitsJson);
  const { pairs } = wordPairsSchema.parse(wordPairsJson);
  const indicators = new Map<string, Indicator>();
  const owners = new Map<string, Indicator>();
  for (const indicator of list) {
    if (indicators.has(indicator.id)) throw new Error(`指标重复:${indicator.id}`);
    indicators.set(indicator.id, indicator);
    for (const alias of indicator.aliases) {
      const owner = owners.get(alias);
      if (owner !== undefined) throw new Error(`别名“${alias}”重复:${owner.id}、${indicator.id}`);
      owners.set(alias, indicator);
    }
  }
  for (const { id, kin, single, rise } of list) {
    const named = [...kin, single, rise].filter((other) => other !== null);
    const unknown = named.find((other) => !indicators.has(other));
    if (unknown !== undefined) throw new Error(`${id} 的相近指标不存在:${unknown}`);
  }
  return {
    indicators,
    aliases: compileAliases(owners),
    units: compileUnits(families, neverUnits),
    wordPairs: compilePairs(pairs),
  };
}

const EXACT_FAMILIES = new Set(['money', 'money_per_capita', 'percent']);

/** 12家企业 and 12户企业 count the same. */
export function suitsFamilies(indicator: Indicator, families: readonly string[]): boolean {
  const own = indicator.families;
  for (const family of families) if (own.includes(family)) return true;
  return (
    (own.includes('person') && families.includes('persontimes')) ||
    (own.includes('count') && families.includes('household'))
  );
}
