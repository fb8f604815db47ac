import type { PassageAnchor, PassageMatch } from './anchor.ts';
import { type ContextAgreement, contextAgreement, fullAgreement } from './context.ts';
import { occurrencesOf } from './occurrences.ts';
import { findRewordedPlaces } from './rewordedPlaces.ts';

interface Place extends ContextAgreement {
  start: number;
  end: number;
}

const mostCandidates = 20;
/** Of the 64 units of context, what has to stand unbroken around words that moved. */
const enoughAgreement = 40;
const enoughOnEachSide = 8;
/** So much two unrelated places may share: 。各位代表, before and ,持续提升 after. */
const chanceAgreement = 12;

/**
 * Finds an anchored passage in a text that may have been corrected since. Reports repeat their
 * formulas, so the exact words alone prove nothing: a place is taken only when its context says
 * that it is this one and no other; everything else is left to the person.
 */
export function matchPassage(text: string, anchor: PassageAnchor): PassageMatch {
  const places = occurrencesOf(text, anchor.quote).map((start): Place => {
    const end = start + anchor.quote.length;
    return { start, end, ...contextAgreement(text, start, end, anchor) };
  });
  const place = findCertainPlace(places, anchor);
  if (place) return { state: 'anchored', span: { start: place.start, end: place.end } };

  const candidates =
    places.length > 0 ? places.sort(byLikelihood(anchor)) : findRewordedPlaces(text, anchor);
  if (candidates.length === 0) return { state: 'orphaned' };
  return {
    state: 'review',
    candidates: candidates.slice(0, mostCandidates).map(({ start, end }) => ({ start, end })),
  };
}

const agreementOf = (place: Place): number => place.before + place.after;

function findCertainPlace(places: Place[], anchor: PassageAnchor): Place | undefined {
  const { twins } = anchor;
  if (twins.closest === 2 * fullAgreement) return findUntouchedPlace(places, anchor);
  const [best, runnerUp] = [...places].sort((a, b) => agreementOf(b) - agreementOf(a));
  if (!best || !isCertain(best, places.length, anchor)) return undefined;
  // A place that looks more like ours than any twin ever did is a copy, or ours is the copy.
  if (runnerUp && agreementOf(runnerUp) > Math.max(twins.closest, chanceAgreement))
    return undefined;
  // So may be one that was not there before, unless nothing around ours has changed.
  const unmoved = best.start === anchor.start && best.whole;
  return unmoved || places.length <= twins.count ? best : undefined;
}

/**
 * A passage that stood twice with the same surroundings can be told from its copy only by its
 * place, and only while every copy is still there.
 */
function findUntouchedPlace(places: Place[], anchor: PassageAnchor): Place | undefined {
  const { count, index } = anchor.twins;
  const place = places[index];
  const untouched = places.length === count && place?.start === anchor.start && place.whole;
  return untouched ? place : undefined;
}

function isCertain(place: Place, standing: number, anchor: PassageAnchor): boolean {
  const agreement = agreementOf(place);
  if (agreement <= anchor.twins.closest) return false;
  if (place.whole) return true;
  if (agreement >= enoughAgreement && Math.min(place.before, place.after) >= enoughOnEachSide) {
    return true;
  }
  // The neighbouring sentence was rewritten: words that stood once and stand once are still ours
  // when the other side has not changed.
  const standsOnce = anchor.twins.count === 1 && standing === 1;
  return standsOnce && Math.max(place.before, place.after) === fullAgreement;
}

function byLikelihood(anchor: PassageAnchor): (a: Place, b: Place) => number {
  return (a, b) =>
    agreementOf(b) - agreementOf(a) ||
    Math.abs(a.start - anchor.start) - Math.abs(b.start - anchor.start);
}
