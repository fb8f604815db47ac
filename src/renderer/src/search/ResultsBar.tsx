import type { Output } from '../../../shared/contract/routes.ts';
import { displayPunctuation } from '../../../shared/text/display.ts';
import type { SearchRoute } from '../navigation/route.ts';
import { figure } from '../report/labels.ts';
import { type Choice, Segmented, Switch } from '../ui/Choices.tsx';
import { RankingNote } from './RankingNote.tsx';
import { SavedSearches } from './SavedSearches.tsx';

type Shown = NonNullable<SearchRoute['show']> | 'reports';

const SHOWN: Choice<Shown>[] = [
  { value: 'reports', label: '按篇' },
  { value: 'years', label: '按年' },
  { value: 'frequency', label: '词频' },
];

const DIGIT = /[0-9０-９]/u;

/** How much was found, and how it is shown. */
export function ResultsBar({
  route,
  found,
  onChange,
}: {
  route: SearchRoute;
  found: Output<'search.run'> | undefined;
  onChange: (route: SearchRoute) => void;
}) {
  const { query, show = 'reports', wholeNumbers = false } = route;
  return (
    <div className="options-bar">
      <span className="search-total num" role="status">
        {found && found.total > 0 && (
          <>
            <strong>
              {found.exact ? '共' : '约'} {figure(found.total)} 处
            </strong>
            {`，${figure(found.documents)} 篇`}
          </>
        )}
      </span>
      {found && found.total > 0 && show !== 'frequency' && <RankingNote />}
      <div className="results-actions">
        {(DIGIT.test(query) || wholeNumbers) && (
          <Switch
            label="整数匹配"
            checked={wholeNumbers}
            onChange={(on) =>
              onChange({ ...route, wholeNumbers: on || undefined, limit: undefined })
            }
          />
        )}
        <Segmented
          name="显示方式"
          value={show}
          choices={SHOWN}
          onChange={(next) =>
            onChange({ ...route, show: next === 'reports' ? undefined : next, limit: undefined })
          }
        />
        <SavedSearches route={route} />
      </div>
      {found?.hint && <p className="results-hint">{displayPunctuation(found.hint)}</p>}
    </div>
  );
}
