/**
 * The form of a heading, and what a possible end has in common with the headings beside it: headings
 * of one parent are built alike. Training and analysis share this file.
 */

/** What can be compared of a heading that ends at some cut. */
export interface HeadingForm {
  /** How likely the heading ends there, 1 where that is settled: what is unlike counts as much less. */
  weight: number;
  atStop: boolean;
  length: number;
  clauses: number;
  /** Characters of the last clause. */
  lastClause: number;
  /** Code of the last character. */
  lastSign: number;
  /** The last two characters. */
  lastPair: string;
  /** The three characters before the last: “越来越” of “发展底盘越来越实”. */
  lastPattern: string;
  /** First two characters of the last clause. */
  lastOpening: string;
  /** The body opens with a short sentence, as run-in headings do. */
  runsIn: boolean;
  /** First character of the body, digits as one. */
  bodyOpening: number;
}

/** Number of weights of the second pass. */
export const siblingFeatureCount = 30;

export function formOf(
  text: string,
  from: number,
  end: number,
  atStop: boolean,
  weight = 1,
): HeadingForm {
  let clauses = 1;
  let clauseStart = from;
  for (let at = from; at < end; at += 1) {
    if (text.charCodeAt(at) !== 44) continue;
    clauses += 1;
    clauseStart = at + 1;
  }
  const body = atStop ? end + 1 : end;
  const code = text.charCodeAt(body);
  return {
    weight,
    atStop,
    length: end - from,
    clauses,
    lastClause: end - clauseStart,
    lastSign: text.charCodeAt(end - 1),
    lastPair: text.slice(end - 2, end),
    lastPattern: text.slice(Math.max(from, end - 4), end - 1),
    lastOpening: text.slice(clauseStart, clauseStart + 2),
    runsIn: /^[^,。;:!0-9]{4,18}。/.test(text.slice(body, body + 20)),
    bodyOpening: code >= 48 && code <= 57 ? 48 : code,
  };
}

/**
 * One number for each weight of the second pass; the first is the cut's own first-pass score.
 * `siblings` are children of the same parent, `elsewhere` headings of the same kind in the same text.
 */
export function siblingFeatures(
  score: number,
  own: HeadingForm,
  siblings: readonly HeadingForm[],
  elsewhere: readonly HeadingForm[],
): number[] {
  const features = new Array<number>(siblingFeatureCount).fill(0);
  features[0] = score;
  features[13] = own.atStop ? 1 : 0;
  if (elsewhere.length > 0) {
    const trust = Math.min(1, total(elsewhere) / 8);
    const stops = share(elsewhere, (one) => one.atStop);
    features[16] = (own.atStop ? stops : 1 - stops) * trust;
    features[17] = own.atStop && stops === 0 ? trust : 0;
    features[18] = !own.atStop && stops === 1 ? trust : 0;
    features[19] = share(elsewhere, (one) => one.clauses === own.clauses) * trust;
    features[20] = share(elsewhere, (one) => one.lastClause === own.lastClause) * trust;
    features[21] = share(elsewhere, (one) => one.lastSign === own.lastSign) * trust;
  }
  if (siblings.length === 0) {
    features[1] = own.atStop ? 1 : 0;
    return features;
  }
  const weight = Math.min(1, total(siblings) / 4);
  const likeliest = siblings.filter((one) => one.weight >= 0.5);
  const stops = share(siblings, (one) => one.atStop);
  features[2] = (own.atStop ? stops : 1 - stops) * weight;
  features[3] = own.atStop && stops === 0 ? weight : 0;
  features[4] = !own.atStop && stops === 1 ? weight : 0;
  const sameClauses = share(siblings, (one) => one.clauses === own.clauses);
  features[5] = sameClauses * weight;
  features[6] = sameClauses === 0 ? weight : 0;
  const lengths = (likeliest.length > 0 ? likeliest : siblings).map((one) => one.length);
  const distance = Math.abs(own.length - median(lengths));
  features[7] = Math.min(distance, 12) / 12;
  features[8] = distance === 0 ? weight : 0;
  features[9] = distance <= 1 ? weight : 0;
  features[10] = distance <= 3 ? weight : 0;
  features[11] = own.length > Math.max(...lengths) + 4 ? weight : 0;
  features[12] = own.length < Math.min(...lengths) - 2 ? weight : 0;
  const sameLength = share(siblings, (one) => one.length === own.length);
  features[14] = sameLength * weight;
  features[15] = sameLength > 0.6 ? weight : 0;
  features[22] = share(siblings, (one) => one.lastClause === own.lastClause) * weight;
  const clauseDistance = Math.abs(own.lastClause - median(siblings.map((one) => one.lastClause)));
  features[23] = Math.min(clauseDistance, 10) / 10;
  features[24] = share(siblings, (one) => one.lastSign === own.lastSign) * weight;
  features[25] = share(siblings, (one) => one.lastOpening === own.lastOpening) * weight;
  features[26] = share(siblings, (one) => one.runsIn === own.runsIn) * weight;
  features[27] = share(siblings, (one) => one.bodyOpening === own.bodyOpening) * weight;
  features[28] = share(siblings, (one) => one.lastPair === own.lastPair) * weight;
  features[29] =
    share(siblings, (one) => one.lastPair === own.lastPair && one.length === own.length) * weight;
  return features;
}

/**
 * How far headings of one parent end on one pattern (“底盘越来越实”, “底色越来越美”), 0 to 1. It is no learned feature: too few
 * headings have one.
 */
export function sharedPattern(own: HeadingForm, siblings: readonly HeadingForm[]): number {
  if (siblings.length === 0 || own.lastPattern.length < 3) return 0;
  return share(siblings, (one) => one.lastPattern === own.lastPattern);
}

function share(forms: readonly HeadingForm[], is: (form: HeadingForm) => boolean): number {
  let count = 0;
  for (const form of forms) if (is(form)) count += form.weight;
  return count / total(forms);
}

function total(forms: readonly HeadingForm[]): number {
  let sum = 0;
  for (const form of forms) sum += form.weight;
  return sum;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Forms that are less likely than this are left out: most headings have one form. */
const leastWeight = 0.03;

/** The likely forms of a heading: one for each of its cuts that may be its end. */
export function likelyForms(
  text: string,
  from: number,
  cuts: readonly { end: number; atStop: boolean }[],
  chances: readonly number[],
): HeadingForm[] {
  return cuts.flatMap((cut, index) => {
    const weight = chances[index] ?? 0;
    return weight < leastWeight ? [] : formOf(text, from, cut.end, cut.atStop, weight);
  });
}
