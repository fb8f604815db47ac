import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { countCharacters, type DraftBlock, sectionAround } from '../../../shared/draft/blocks.ts';
import { figure } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { TabBar } from '../ui/Choices.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { Select } from '../ui/Menu.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { BesidePanel } from './BesidePanel.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { DraftEditor, type EditorHandle } from './DraftEditor.tsx';
import { timeLabel } from './DraftList.tsx';
import { DraftOutline } from './DraftOutline.tsx';
import { ExportDraft } from './ExportDraft.tsx';
import type { DraftOutput } from './excerpt.ts';
import { PromisePanel } from './PromisePanel.tsx';
import { useDraftSaving } from './useDraftSaving.ts';
import { VersionPanel } from './VersionPanel.tsx';

type Tab = 'promises' | 'check' | 'beside' | 'versions';

/** Read aloud, characters a minute. */
const READING_PACE = 250;

const LEVELS = [
  { value: '0', label: '正文' },
  { value: '1', label: '一级标题' },
  { value: '2', label: '二级标题' },
  { value: '3', label: '三级标题' },
  { value: '4', label: '四级标题' },
];

/** The outline, the text being written, and beside it what it is held against. */
export function DraftDesk({
  start,
  lastReportId,
  onReplaced,
}: {
  start: DraftOutput;
  lastReportId: string | null;
  /** The whole text was put back to what it was. */
  onReplaced: (draft: DraftOutput) => void;
}) {
  const { id } = start;
  const editor = useRef<EditorHandle>(null);
  const [title, setTitle] = useState(start.title);
  const [blocks, setBlocks] = useState<readonly DraftBlock[]>(start.blocks);
  const [at, setAt] = useState(0);
  const [tab, setTab] = useState<Tab>(lastReportId ? 'promises' : 'beside');
  const saving = useDraftSaving(id, start);

  const change = useCallback(
    (next: DraftBlock[]) => {
      saving.changed({ title, blocks: next });
      // Outline, count and panels follow once the key is on the screen.
      startTransition(() => setBlocks(next));
    },
    [saving.changed, title],
  );
  useSaveKey(saving.flush);

  const characters = countCharacters(blocks);
  const here = blocks[at];
  const section = sectionAround(blocks, at);
  const tabs: { value: Tab; label: string }[] = [
    { value: 'promises', label: '上年承诺' },
    { value: 'check', label: '校核' },
    { value: 'beside', label: '参照' },
    { value: 'versions', label: '历稿' },
  ];
  return (
    <SplitView
      id="draft"
      left={{
        name: '提纲',
        width: 212,
        min: 150,
        max: 320,
        drawerBelow: 1000,
        content: (
          <DraftOutline
            blocks={blocks}
            at={at}
            onOpen={(index) => editor.current?.revealBlock(index)}
          />
        ),
      }}
      right={{
        name: '对照稿子',
        width: 372,
        min: 280,
        max: 560,
        drawerBelow: 1000,
        content: (
          <>
            <TabBar name="稿旁" value={tab} choices={tabs} onChange={setTab} />
            {tab === 'promises' && (
              <PromisePanel
                draftId={id}
                planId={lastReportId}
                savedAt={saving.savedAt}
                onReveal={(span) => editor.current?.reveal(span)}
              />
            )}
            {tab === 'check' && (
              <CheckPanel
                draftId={id}
                flush={saving.flush}
                onFound={(findings) => editor.current?.underline(findings)}
                onReveal={(span) => editor.current?.reveal(span)}
              />
            )}
            {tab === 'beside' && (
              <BesidePanel
                draftId={id}
                words={section.map(({ text }) => text).join('\n')}
                heading={section[0]?.kind === 'heading' ? section[0].text : ''}
                onInsert={(source) => editor.current?.insert(source)}
              />
            )}
            {tab === 'versions' && (
              <VersionPanel draftId={id} flush={saving.flush} onReplaced={onReplaced} />
            )}
          </>
        ),
      }}
    >
      <Toolbar
        title={
          <input
            className="draft-title"
            aria-label="题名"
            value={title}
            maxLength={200}
            onChange={(event) => {
              setTitle(event.target.value);
              saving.changed({ title: event.target.value, blocks });
            }}
          />
        }
        actions={
          <>
            <Select
              name="层次"
              value={String(here?.kind === 'heading' ? here.level : 0)}
              choices={LEVELS}
              onChange={(level) => editor.current?.setLevel(Number(level))}
            />
            {here?.source && (
              <Button onClick={() => editor.current?.makeOwn()}>改作本稿文字</Button>
            )}
            <ExportDraft draftId={id} flush={saving.flush} />
          </>
        }
      />
      <div className="draft-desk scroll">
        <DraftEditor ref={editor} start={start.blocks} onChange={change} onMove={setAt} />
      </div>
      <footer className="draft-foot">
        <span role="status">
          {saving.failed
            ? '没有存上，正文仍在屏幕上，请稍后再试'
            : saving.savedAt
              ? `已存 ${timeLabel(saving.savedAt)}`
              : '正在保存…'}
        </span>
        <span className="num">
          {figure(characters)} 字 · 宣读约 {Math.max(1, Math.round(characters / READING_PACE))} 分钟
        </span>
      </footer>
    </SplitView>
  );
}

/** Ctrl+S saves at once. */
function useSaveKey(flush: () => Promise<void>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void flush();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [flush]);
}
