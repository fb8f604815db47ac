import { z } from 'zod';

const homophonesSchema = z.object({ source: z.string(), groups: z.array(z.string()) });
const formulasSchema = z.object({ formulas: z.array(z.string()) });
const fixedTermsSchema = z.object({
  rigid: z.array(z.string()),
  idioms: z.array(z.string()),
  terms: z.array(z.string()),
});

/** What the checks know of the language, from the files under resources/vocabulary. */
export interface ReviewKnowledge {
  /** True where the two characters can be read alike, whatever the tone: 弘 and 宏. */
  soundAlike: (a: string, b: string) => boolean;
  /** 规定提法, formulas.json. */
  formulas: readonly string[];
  /** Phrases in which any other character, or a last one lost, is a slip: 关键少数. fixed-terms.json */
  rigid: readonly string[];
  /** Set phrases of four characters, fixed-terms.json. */
  idioms: readonly string[];
  /** Names of offices, programmes and measures that are written one way only, fixed-terms.json. */
  terms: readonly string[];
}

/** Checks the parsed JSON of homophones.json, formulas.json and fixed-terms.json; throws a ZodError. */
export function parseReviewKnowledge(parts: {
  homophones: unknown;
  formulas: unknown;
  fixedTerms: unknown;
}): ReviewKnowledge {
  const { groups } = homophonesSchema.parse(parts.homophones);
  const { rigid, idioms, terms } = fixedTermsSchema.parse(parts.fixedTerms);
  const syllablesOf = new Map<string, number[]>();
  for (const [syllable, characters] of groups.entries()) {
    for (const character of characters) {
      const syllables = syllablesOf.get(character);
      if (syllables) syllables.push(syllable);
      else syllablesOf.set(character, [syllable]);
    }
  }
  return {
    soundAlike: (a, b) => {
      const syllables = syllablesOf.get(b);
      return (
        syllables !== undefined && (syllablesOf.get(a) ?? []).some((s) => syllables.includes(s))
      );
    },
    formulas: formulasSchema.parse(parts.formulas).formulas,
    rigid,
    idioms,
    terms,
  };
}
