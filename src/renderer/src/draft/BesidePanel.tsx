import { useEffect, useState } from 'react';
import type { ExcerptSource } from '../../../shared/draft/blocks.ts';
import { useRequest } from '../bridge/useRequest.ts';
import { SearchField } from '../ui/Field.tsx';
import type { Shelf } from './excerpt.ts';
import { PassageGroup } from './PassageGroup.tsx';

/** Asked again once the writing has paused for so long. */
const PAUSE_MS = 700;
/** What the contract takes of a heading. */
const LONGEST_HEADING = 2000;

/** What each shelf is searched with, and what it says where it has nothing. */
const SHELVES: Record<Shelf, { field: string; hint: string; empty: string }> = {
  'last-year': {
    field: '在上年报告里找',
    hint: '本节上年怎么写；换个内容也可以找',
    empty:
      '本镇上年报告里没有找到相应的一节，或资料库里还没有本镇上年报告。可在上面输入要找的内容。',
  },
  peers: {
    field: '在他镇报告里找',
    hint: '他镇同一主题怎么写',
    empty: '光标所在一节还看不出主题。写几个字，或在上面输入要找的内容。',
  },
  search: {
    field: '全库检索',
    hint: '逐字查找，如：改厕',
    empty: '输入要找的字词，逐字查全库，本镇在前。',
  },
  figures: {
    field: '找数据',
    hint: '如：旱厕、财政收入',
    empty: '没有与本节相关的数据。可在上面输入指标名或句中的字。',
  },
  notes: {
    field: '找批注',
    hint: '批注、标签或原句里的字',
    empty: '还没有批注。阅读报告时划句即可批注，批过的句子会列在这里。',
  },
};

/** One shelf of the library about the section being written: every passage on it can be taken over. */
export function BesidePanel({
  draftId,
  shelf,
  words,
  headings,
  wanted,
  onWanted,
  onInsert,
}: {
  draftId: string;
  shelf: Shelf;
  /** The section: heading and text, a block a line. */
  words: string;
  /** The headings over it, the outermost first. */
  headings: readonly string[];
  /** What the person looks for instead. */
  wanted: string;
  onWanted: (wanted: string) => void;
  onInsert: (sources: ExcerptSource[]) => void;
}) {
  const { field, hint, empty } = SHELVES[shelf];
  const asked = useSettled(JSON.stringify({ words, headings, wanted }));
  const found = useRequest(
    'drafts.beside',
    { id: draftId, shelf, ...questionOf(asked) },
    { keepPrevious: true },
  );
  const groups = found.value?.groups ?? [];
  const about = shelf === 'search' ? null : (found.value?.about ?? null);
  return (
    <>
      <div className="draft-panel-bar">
        <SearchField name={field} placeholder={hint} value={wanted} onChange={onWanted} />
      </div>
      <div className="draft-panel scroll" aria-busy={found.loading}>
        <p role="status" className="draft-note">
          {found.value && groups.length === 0
            ? empty
            : `${about === null ? '' : `主题：${about}。`}拖入正文或点“引用”，出处随文保留。`}
        </p>
        {groups.map((group) => (
          <PassageGroup
            key={group.name}
            group={group}
            whole={shelf === 'last-year'}
            onInsert={onInsert}
          />
        ))}
      </div>
    </>
  );
}

function questionOf(settled: string): { words: string; headings: string[]; wanted: string } {
  const { words, headings, wanted } = JSON.parse(settled) as ReturnType<typeof questionOf>;
  return {
    words: words.slice(0, 20_000),
    headings: headings.map((heading) => heading.slice(0, LONGEST_HEADING)),
    wanted,
  };
}

/** A value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
