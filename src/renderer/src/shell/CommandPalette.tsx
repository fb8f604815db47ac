import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import { SearchIcon } from '../ui/icons.tsx';
import { type Command, containsWords, listPaletteOptions, type Matches } from './paletteOptions.ts';
import './shell.css';

/**
 * Finds reports, places and commands by their words or pinyin initials, and searches all texts.
 *
 * It belongs to the first screen and is the browser's own modal dialog, so that it has the focus
 * before the next key arrives: words are typed right after Ctrl+K.
 */
export function CommandPalette({
  onClose,
  reports,
  commands,
}: {
  onClose: () => void;
  reports: ReportSummary[];
  commands: Command[];
}) {
  const box = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const dialog = box.current;
    const onClick = (event: MouseEvent) => event.target === dialog && close.current();
    dialog?.addEventListener('click', onClick);
    dialog?.showModal();
    // Closed before it is taken away, the dialog gives the focus back to where it was.
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} className="palette" aria-label="搜索与命令" onCancel={onClose}>
      <Finder onClose={onClose} reports={reports} commands={commands} />
    </dialog>
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
