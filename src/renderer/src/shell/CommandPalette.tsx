import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { SearchIcon } from '../ui/icons.tsx';
import '../ui/dialog.css';
import { type Command, containsWords, listPaletteOptions, type Matches } from './paletteOptions.ts';
import './shell.css';

/** Finds reports, places and commands by their words or pinyin initials, and searches all texts. */
export function CommandPalette({
  open,
  onClose,
  reports,
  commands,
}: {
  open: boolean;
  onClose: () => void;
  reports: ReportSummary[];
  commands: Command[];
}) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog palette" aria-label="搜索与命令">
          <Finder onClose={onClose} reports={reports} commands={commands} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({
  onClose,
  reports,
  commands,
}: {
  onClose: () => void;
  reports: ReportSummary[];
  commands: Command[];
}) {
  const { go } = useNavigation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const matches = usePinyinMatches();
  const list = useRef<HTMLDivElement>(null);
  const options = listPaletteOptions(typed, { reports, commands, go, matches });
  const index = Math.min(at, options.length - 1);

  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const choose = (position: number) => {
    const option = options[position];
    if (!option) return;
    onClose();
    option.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt((index + 1) % options.length);
    else if (event.key === 'ArrowUp') setAt((index + options.length - 1) % options.length);
    else if (event.key === 'Enter') choose(index);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="palette-box">
        <SearchIcon size={17} />
        <input
          className="search-input"
          role="combobox"
          aria-label="搜报告、地名、内容，或输入命令"
          aria-expanded="true"
          aria-controls="palette-options"
          aria-activedescendant={options[index] ? `palette-option-${index}` : undefined}
          placeholder="搜报告、地名、内容，或输入命令"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        id="palette-options"
        role="listbox"
        aria-label="可选项"
        className="palette-list scroll"
      >
        {options.map((option, position) => (
          <button
            key={option.id}
            id={`palette-option-${position}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={position === index}
            className="palette-option"
            onMouseMove={() => setAt(position)}
            onClick={() => choose(position)}
          >
            <span className="palette-label">{option.label}</span>
            <span className="palette-sort">{option.sort}</span>
          </button>
        ))}
      </div>
    </>
  );
}

/** Words at once; pinyin as soon as its table, which is large, has been read. */
function usePinyinMatches(): Matches {
  const [matches, setMatches] = useState<Matches>(() => containsWords);
  useEffect(() => {
    let closed = false;
    import('./pinyinMatches.ts').then((module) => {
      if (!closed) setMatches(() => module.matchesWordsOrInitials);
    });
    return () => {
      closed = true;
    };
  }, []);
  return matches;
}
