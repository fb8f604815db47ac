import { useRequest } from '../bridge/useRequest.ts';
import { Button } from '../ui/Button.tsx';

/** Two letters and more may be the pinyin of a place, or its initials. */
const LETTERS = /^[a-z]{2,}$/iu;

/** Places that the letters in the box may stand for: ccz → 昌城镇. Choosing one searches for its name. */
export function PlaceOffers({
  query,
  onChoose,
}: {
  query: string;
  onChoose: (name: string) => void;
}) {
  const typed = query.trim();
  const found = useRequest('search.places', LETTERS.test(typed) ? { typed } : null);
  const places = found.value?.places ?? [];
  if (places.length === 0) return null;
  return (
    <fieldset className="synonyms">
      <legend className="visually-hidden">地名</legend>
      <span className="quiet">地名</span>
      {places.map(({ name, path }) => (
        <Button
          key={`${path.join('/')} ${name}`}
          size="small"
          title={path.join(' ')}
          onClick={() => onChoose(name)}
        >
          {name}
        </Button>
      ))}
    </fieldset>
  );
}
