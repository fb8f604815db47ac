import type { ReactNode } from 'react';
import { useNavigation } from '../navigation/navigation.tsx';
import type { Route, ViewName } from '../navigation/route.ts';
import {
  BriefIcon,
  CompareIcon,
  DraftIcon,
  LibraryIcon,
  NoteIcon,
  SearchIcon,
  SettingsIcon,
} from '../ui/icons.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { useNarrow } from '../ui/useNarrow.ts';
import './shell.css';

interface Place {
  view: ViewName;
  name: string;
  icon: ReactNode;
  start: Route;
}

const PLACES: Place[] = [
  { view: 'library', name: '资料库', icon: <LibraryIcon />, start: { view: 'library' } },
  { view: 'search', name: '检索', icon: <SearchIcon />, start: { view: 'search', query: '' } },
  {
    view: 'compare',
    name: '对照',
    icon: <CompareIcon />,
    start: { view: 'compare', ids: [], mode: 'reading' },
  },
  { view: 'annotate', name: '批注', icon: <NoteIcon />, start: { view: 'annotate' } },
  { view: 'brief', name: '简报', icon: <BriefIcon />, start: { view: 'brief' } },
  { view: 'draft', name: '起草', icon: <DraftIcon />, start: { view: 'draft' } },
];

const SETTINGS: Place = {
  view: 'settings',
  name: '设置',
  icon: <SettingsIcon />,
  start: { view: 'settings' },
};

/** Window width, as in shell.css. */
const ICONS_ONLY_BELOW = 800;

/** Reports are read inside the library, so the reader lights the library's entry. */
function railView(view: ViewName): ViewName {
  return view === 'reader' ? 'library' : view;
}

/** The last place of each view is where its entry leads; pressing it there leads to the start. */
export function Rail({ lastPlaces }: { lastPlaces: Partial<Record<ViewName, Route>> }) {
  const { current, go } = useNavigation();
  const here = railView(current.view);
  const iconsOnly = useNarrow(ICONS_ONLY_BELOW);
  const entry = (place: Place) => {
    const active = place.view === here;
    const button = (
      <button
        type="button"
        className="rail-entry"
        aria-current={active ? 'page' : undefined}
        onClick={() => go(active ? place.start : (lastPlaces[place.view] ?? place.start))}
      >
        {place.icon}
        <span className="rail-name">{place.name}</span>
      </button>
    );
    return (
      <li key={place.view}>{iconsOnly ? <Tooltip text={place.name}>{button}</Tooltip> : button}</li>
    );
  };
  return (
    <nav className="rail" aria-label="主导航">
      <ul>{PLACES.map(entry)}</ul>
      <ul>{entry(SETTINGS)}</ul>
    </nav>
  );
}
