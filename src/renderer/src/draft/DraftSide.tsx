import { type RefObject, useState } from 'react';
import { type DraftBlock, headingsOver, sectionAround } from '../../../shared/draft/blocks.ts';
import { TabBar } from '../ui/TabBar.tsx';
import { BesidePanel } from './BesidePanel.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import type { EditorHandle } from './DraftEditor.tsx';
import type { DraftOutput, Finding, Shelf } from './excerpt.ts';
import { PromisePanel } from './PromisePanel.tsx';
import { TermsPanel } from './TermsPanel.tsx';
import type { Saving } from './useDraftSaving.ts';
import { VersionPanel } from './VersionPanel.tsx';

type Tab = 'promises' | 'check' | Shelf | 'terms' | 'versions';

const TABS: { value: Tab; label: string }[] = [
  { value: 'promises', label: '承诺' },
  { value: 'check', label: '校核' },
  { value: 'last-year', label: '上年' },
  { value: 'peers', label: '他镇' },
  { value: 'search', label: '检索' },
  { value: 'figures', label: '数据' },
  { value: 'notes', label: '批注' },
  { value: 'terms', label: '名词' },
  { value: 'versions', label: '历稿' },
];

/** What stands beside the text: what it is held against, what can be taken over, and what was kept of it. */
export function DraftSide({
  draftId,
  lastReportId,
  blocks,
  at,
  saving,
  editor,
  onReplaced,
}: {
  draftId: string;
  lastReportId: string | null;
  blocks: readonly DraftBlock[];
  /** The block the cursor is in. */
  at: number;
  saving: Saving;
  editor: RefObject<EditorHandle | null>;
  onReplaced: (draft: DraftOutput) => void;
}) {
  const [tab, setTab] = useState<Tab>(lastReportId ? 'promises' : 'peers');
  // Kept while another tab is looked at.
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const [wanted, setWanted] = useState<Partial<Record<Shelf, string>>>({});
  const show = (found: readonly Finding[]) => {
    setFindings(found);
    editor.current?.underline(found.filter(({ dismissed }) => !dismissed));
  };
  return (
    <>
      <div className="draft-tabs">
        <TabBar name="稿旁" value={tab} choices={TABS} onChange={setTab} />
      </div>
      {tab === 'promises' && (
        <PromisePanel
          draftId={draftId}
          planId={lastReportId}
          savedAt={saving.savedAt}
          onReveal={(span) => editor.current?.reveal(span)}
        />
      )}
      {tab === 'check' && (
        <CheckPanel
          draftId={draftId}
          flush={saving.flush}
          findings={findings}
          onFound={show}
          onReveal={(span) => editor.current?.reveal(span)}
        />
      )}
      {isShelf(tab) && (
        <BesidePanel
          key={tab}
          draftId={draftId}
          shelf={tab}
          words={sectionAround(blocks, at)
            .map(({ text }) => text)
            .join('\n')}
          headings={headingsOver(blocks, at).map(({ text }) => text)}
          wanted={wanted[tab] ?? ''}
          onWanted={(words) => setWanted({ ...wanted, [tab]: words })}
          onInsert={(sources) => editor.current?.insert(sources)}
        />
      )}
      {tab === 'terms' && <TermsPanel draftId={draftId} savedAt={saving.savedAt} />}
      {tab === 'versions' && (
        <VersionPanel draftId={draftId} flush={saving.flush} onReplaced={onReplaced} />
      )}
    </>
  );
}

function isShelf(tab: Tab): tab is Shelf {
  return tab !== 'promises' && tab !== 'check' && tab !== 'terms' && tab !== 'versions';
}
