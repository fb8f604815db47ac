import { useRequest } from '../bridge/useRequest.ts';
import { Checkbox } from '../ui/Choices.tsx';
import type { BriefDraft } from './draft.ts';

const MOST_COMPARED = 4;

/** The topics the chosen reports speak of. None ticked by hand lets the brief choose. */
export function TopicChoice({
  draft,
  onChange,
}: {
  draft: BriefDraft;
  onChange: (draft: BriefDraft) => void;
}) {
  const ids = draft.documents.slice(0, MOST_COMPARED);
  const compared = useRequest('comparison.topics', ids.length >= 2 ? { ids } : null, {
    keepPrevious: true,
  });
  const topics = (compared.value?.topics ?? []).filter(({ cells }) =>
    cells.some(({ passages }) => passages.length > 0),
  );
  if (topics.length === 0) return null;
  const chosen = draft.topics ?? null;
  return (
    <fieldset>
      <legend>专题</legend>
      <Checkbox
        label="随批注和正文自动选"
        checked={chosen === null}
        onChange={(on) => onChange({ ...draft, topics: on ? null : [] })}
      />
      {chosen !== null && (
        <div className="composing-ticks">
          {topics.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={chosen.includes(id)}
              onChange={(on) =>
                onChange({
                  ...draft,
                  topics: topics
                    .map((topic) => topic.id)
                    .filter((each) => (each === id ? on : chosen.includes(each))),
                })
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
