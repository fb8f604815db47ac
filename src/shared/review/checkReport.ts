import type { ComparedDocument } from '../comparison/document.ts';
import type { Finding, ReviewContext, Rule, RuleFinding } from './finding.ts';
import { checkCounts } from './rules/counts.ts';
import { checkFixedTerms } from './rules/fixedTerms.ts';
import { checkGaps } from './rules/gaps.ts';
import { checkGrowth } from './rules/growth.ts';
import { checkLastYear } from './rules/lastYear.ts';
import { checkLookalikeNames } from './rules/lookalikeNames.ts';
import { checkMissingStops } from './rules/missingStops.ts';
import { checkNumbering } from './rules/numbering.ts';
import { checkOutdatedWording } from './rules/outdatedWording.ts';
import { checkParts } from './rules/parts.ts';
import { checkPunctuation } from './rules/punctuation.ts';
import { checkRepeatedSentences } from './rules/repeatedSentences.ts';
import { checkRepeatedWords } from './rules/repeatedWords.ts';
import { checkRoundedNumbers } from './rules/roundedNumbers.ts';
import { checkSharedWording } from './rules/sharedWording.ts';
import { checkSlogans } from './rules/slogans.ts';
import { checkStrayFirms } from './rules/strayFirms.ts';
import { checkStrayNames } from './rules/strayNames.ts';
import { checkTargets } from './rules/targets.ts';
import { checkTwoValues } from './rules/twoValues.ts';
import { checkYears } from './rules/years.ts';
import { toSubject } from './subject.ts';

const rules: readonly Rule[] = [
  checkGaps,
  checkStrayNames,
  checkStrayFirms,
  checkRoundedNumbers,
  checkTwoValues,
  checkCounts,
  checkSlogans,
  checkParts,
  checkGrowth,
  checkTargets,
  checkLastYear,
  checkYears,
  checkNumbering,
  checkPunctuation,
  checkMissingStops,
  checkLookalikeNames,
  checkFixedTerms,
  checkRepeatedWords,
  checkRepeatedSentences,
  checkSharedWording,
  checkOutdatedWording,
];

/**
 * 校核: points at what an attentive reader of a report would stop at. Nothing political is built in
 * and nothing is changed. Findings stand in document order.
 */
export function checkReport(document: ComparedDocument, context: ReviewContext): Finding[] {
  const subject = toSubject(document, context);
  return rules
    .flatMap((rule) => rule(subject))
    .map((finding) => ({ ...finding, key: keyOf(finding, document.text) }))
    .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}

function keyOf({ rule, spans }: RuleFinding, text: string): string {
  const words = new Set(spans.map(({ start, end }) => text.slice(start, end)));
  return `${rule}:${[...words].sort().join('|')}`;
}
