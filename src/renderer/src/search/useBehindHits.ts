import { useRef } from 'react';

/**
 * A question as it was when its hits last stood on the screen. What stands beside hits is asked for behind
 * them: counted at the same time, it would hold up their drawing where processors are few, and most of
 * what is typed on the way to a word is never counted at all.
 */
export function useBehindHits<Q>(question: Q, hitsAreComing: boolean): Q {
  const shown = useRef(question);
  if (!hitsAreComing) shown.current = question;
  return shown.current;
}
