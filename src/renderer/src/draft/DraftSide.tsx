import { type RefObject, useCallback, useState } from 'react';
import {
  type DraftBlock,
  type ExcerptSource,
  headingsOver,
  sectionAround,
} from '../../../shared/draft/blocks.ts';
import { GAP } from '../../../shared/draft/gaps.ts';
import type { Span } from '../../../shared/report/report.ts';
import { TabBar } from '../ui/TabBar.tsx';
import { BesidePanel } from './BesidePanel.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import type { EditorHandle } from './DraftEditor.tsx';
import type { Action, DraftOutput, Finding, Shelf } from './excerpt.ts';
import { PromisePanel } from './PromisePanel.tsx';
import { TermsPanel } from './TermsPanel.tsx';
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

/**
 * What stands beside the text: what it is held against, what can be taken over, and what was kept of it.
 * It is drawn anew at every key, its panels only when something of theirs changed.
 */
export function DraftSide({
  draftId,
  lastReportId,
  lastReport,
  blocks,
  at,
  savedAt,
  flush,
  editor,
  onReplaced,
}: {
  draftId: string;
  lastReportId: string | null;
  /** How it is called where words of it are cited: 皇华镇2019年报告. */
  lastReport: string;
  blocks: readonly DraftBlock[];
  /** The block the cursor is in. */
  at: number;
  savedAt: string | null;
  flush: () => Promise<void>;
  editor: RefObject<EditorHandle | null>;
  onReplaced: (draft: DraftOutput) => void;
}) {
  const [tab, setTab] = useState<Tab>(lastReportId ? 'promises' : 'peers');
  // Kept while another tab is looked at.
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const [wanted, setWanted] = useState<Partial<Record<Shelf, string>>>({});
  const show = useCallback(
    (found: readonly Finding[]) => {
      setFindings(found);
      editor.current?.underline(found.filter(({ dismissed }) => !dismissed));
    },
    [editor],
  );
  const reveal = useCallback((span: Span) => editor.current?.reveal(span), [editor]);
  const insert = useCallback(
    (sources: ExcerptSource[]) => editor.current?.insert(sources),
    [editor],
  );
  const listActions = useCallback(
    (actions: readonly Action[]) => {
      const sources = actions.map(({ start, end, text, place }) => ({
        documentId: lastReportId ?? '',
        start,
        end,
        label: `${lastReport}·${place}`,
        quote: text.replaceAll('\n', ''),
      }));
      editor.current?.insert(sources, GAP);
    },
    [editor, lastReport, lastReportId],
  );
  return (
    <>
      <div className="draft-tabs">
        <TabBar name="稿旁" value={tab} choices={TABS} onChange={setTab} />
      </div>
      {tab === 'promises' && (
        <PromisePanel
          draftId={draftId}
          planId={lastReportId}
          savedAt={savedAt}
          flush={flush}
          onReveal={reveal}
          onListed={listActions}
        />
      )}
      {tab === 'check' && (
        <CheckPanel
          draftId={draftId}
          flush={flush}
          findings={findings}
          onFound={show}
          onReveal={reveal}
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
          onInsert={insert}
        />
      )}
      {tab === 'terms' && <TermsPanel draftId={draftId} savedAt={savedAt} />}
      {tab === 'versions' && (
        <VersionPanel draftId={draftId} flush={flush} onReplaced={onReplaced} />
      )}
    </>
  );
}

function isShelf(tab: Tab): tab is Shelf {
  return tab !== 'promises' && tab !== 'check' && tab !== 'terms' && tab !== 'versions';
}
