import { useEffect, useMemo, useRef, useState } from 'react';
import { useRequest } from './bridge/useRequest.ts';
import { FetchedView } from './FetchedView.tsx';
import type { ImportStart } from './library/importSession.ts';
import { LibraryView } from './library/LibraryView.tsx';
import { useNavigation, usePlaceKey } from './navigation/navigation.tsx';
import type { Route, ViewName } from './navigation/route.ts';
import { usePreferences } from './preferences/preferences.tsx';
import { CommandPalette } from './shell/CommandPalette.tsx';
import { crumbsOf } from './shell/crumbs.ts';
import type { Command } from './shell/paletteOptions.ts';
import { Rail } from './shell/Rail.tsx';
import { StatusBar } from './shell/StatusBar.tsx';
import { TitleBar } from './shell/TitleBar.tsx';
import { useFileDrop } from './shell/useFileDrop.ts';
import { fetched, fetchTheRest } from './ui/fetched.tsx';

const NO_REPORTS: never[] = [];

const ImportDialog = fetched(async () => (await import('./library/ImportDialog.tsx')).ImportDialog);

/** Composes the views; they know nothing of each other and meet only in routes. */
export function App() {
  const { current, go } = useNavigation();
  const placeKey = usePlaceKey();
  const [finding, setFinding] = useState(false);
  const [importing, setImporting] = useState<ImportStart | null>(null);
  const reports = useRequest('reports.list', {}).value?.reports ?? NO_REPORTS;
  const counts = useRequest('library.status', {}).value;
  const commands = useCommands(setImporting);
  const lastPlaces = useLastPlaces(current);

  const shown = reports !== NO_REPORTS;
  useEffect(() => {
    if (shown) fetchTheRest();
  }, [shown]);
  useFindKey(() => setFinding(true));
  const filesOver = useFileDrop(({ files, entries }) =>
    setImporting(entries ? { kind: 'dropped-folder', entries } : { kind: 'files', files }),
  );

  return (
    <div className="shell">
      <TitleBar crumbs={crumbsOf(current, reports)} onSearch={() => setFinding(true)} />
      <Rail lastPlaces={lastPlaces} />
      <div className="shell-view" key={placeKey}>
        {current.view === 'library' ? (
          <LibraryView route={current} onImport={setImporting} />
        ) : (
          <FetchedView route={current} />
        )}
      </div>
      <StatusBar counts={counts} />
      {finding && (
        <CommandPalette onClose={() => setFinding(false)} reports={reports} commands={commands} />
      )}
      {filesOver && (
        <div className="drop-veil">
          <p>松开即导入，存入前先给您看</p>
        </div>
      )}
      {importing && (
        <ImportDialog
          start={importing}
          onClose={() => setImporting(null)}
          onOpenReport={(id) => {
            setImporting(null);
            go({ view: 'reader', id });
          }}
        />
      )}
    </div>
  );
}

/** Where each view was left, so that its entry in the rail leads back there. */
function useLastPlaces(current: Route): Partial<Record<ViewName, Route>> {
  const places = useRef<Partial<Record<ViewName, Route>>>({});
  places.current[current.view] = current;
  return places.current;
}

function useFindKey(find: () => void): void {
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function useCommands(onImport: (start: ImportStart) => void): Command[] {
  const { go } = useNavigation();
  const { settings, change } = usePreferences();
  const { standardPunctuation } = settings;
  return useMemo(
    () => [
      { name: '打开资料库', run: () => go({ view: 'library' }) },
      { name: '五步引导与样例库', run: () => go({ view: 'library', guide: true }) },
      { name: '检索全部资料', run: () => go({ view: 'search', query: '' }) },
      { name: '选报告并排对照', run: () => go({ view: 'compare', ids: [], mode: 'reading' }) },
      { name: '查看全部批注', run: () => go({ view: 'annotate' }) },
      { name: '编一份简报', run: () => go({ view: 'brief' }) },
      { name: '起草明年的报告', run: () => go({ view: 'draft' }) },
      { name: '导入文件', run: () => onImport({ kind: 'choose' }) },
      { name: '导入文件夹', run: () => onImport({ kind: 'folder' }) },
      { name: '粘贴正文导入', run: () => onImport({ kind: 'paste' }) },
      {
        name: standardPunctuation ? '标点照原文显示' : '标点按规范显示',
        run: () => void change({ standardPunctuation: !standardPunctuation }),
      },
      { name: '用浅色', run: () => void change({ theme: 'light' }) },
      { name: '用深色', run: () => void change({ theme: 'dark' }) },
      { name: '打开设置', run: () => go({ view: 'settings' }) },
    ],
    [go, change, standardPunctuation, onImport],
  );
}
