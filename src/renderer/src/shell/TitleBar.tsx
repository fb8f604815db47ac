import { useNavigation } from '../navigation/navigation.tsx';
import type { Route } from '../navigation/route.ts';
import { IconButton } from '../ui/Button.tsx';
import { BackIcon, ForwardIcon, SearchIcon } from '../ui/icons.tsx';
import './shell.css';

export interface Crumb {
  label: string;
  route?: Route;
}

/** Where one is, the way back and forward, and the box that finds everything. */
export function TitleBar({ crumbs, onSearch }: { crumbs: Crumb[]; onSearch: () => void }) {
  const { go, back, forward, canGoBack, canGoForward } = useNavigation();
  return (
    <header className="title-bar">
      <span className="product-name">镇鉴</span>
      <IconButton name="后退" icon={<BackIcon />} disabled={!canGoBack} onClick={back} />
      <IconButton name="前进" icon={<ForwardIcon />} disabled={!canGoForward} onClick={forward} />
      <nav className="crumbs" aria-label="当前位置">
        <ol>
          {crumbs.map(({ label, route }, index) => {
            const last = index === crumbs.length - 1;
            return (
              <li key={`${label}-${String(index)}`} aria-current={last ? 'location' : undefined}>
                {route && !last ? (
                  <button type="button" onClick={() => go(route)}>
                    {label}
                  </button>
                ) : (
                  <span>{label}</span>
                )}
              </li>
            );
          })}
        </ol>
      </nav>
      <button
        type="button"
        className="find-box"
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={onSearch}
      >
        <SearchIcon size={16} />
        <span className="find-hint">搜报告、地名、内容，或输入命令</span>
        <kbd>Ctrl+K</kbd>
      </button>
    </header>
  );
}
