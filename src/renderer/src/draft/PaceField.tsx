import { useEffect, useState } from 'react';
import { usePreferences } from '../preferences/preferences.tsx';

const SLOWEST = 100;
const FASTEST = 600;

/** Characters a minute at which the person reads out; kept when they leave the field or press Enter. */
export function PaceField() {
  const { settings, change } = usePreferences();
  const { readingPace } = settings;
  const [typed, setTyped] = useState(String(readingPace));
  useEffect(() => setTyped(String(readingPace)), [readingPace]);
  const keep = () => {
    const pace = Math.min(FASTEST, Math.max(SLOWEST, Math.round(Number(typed))));
    setTyped(String(Number.isNaN(pace) ? readingPace : pace));
    if (!Number.isNaN(pace) && pace !== readingPace) void change({ readingPace: pace });
  };
  return (
    <label className="draft-pace">
      每分钟
      <input
        aria-label="每分钟字数"
        className="text-input num"
        type="number"
        min={SLOWEST}
        max={FASTEST}
        step={10}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      字
    </label>
  );
}
