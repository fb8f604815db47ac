import { startTransition, useCallback, useRef, useState } from 'react';
import { countCharacters, type DraftBlock, draftText } from '../../../shared/draft/blocks.ts';
import { findGaps } from '../../../shared/draft/gaps.ts';
import { usePreferences } from '../preferences/preferences.tsx';
import { figure, readingMinutes } from '../report/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Toolbar } from '../ui/Layout.tsx';
import { Select } from '../ui/Menu.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { DraftEditor, type EditorHandle } from './DraftEditor.tsx';
import { timeLabel } from './DraftList.tsx';
import { DraftOutline } from './DraftOutline.tsx';
import { DraftSide } from './DraftSide.tsx';
import { ExportDraft } from './ExportDraft.tsx';
import type { DraftOutput } from './excerpt.ts';
import { HeadLines } from './HeadLines.tsx';
import { PaceField } from './PaceField.tsx';
import { useDeskKeys } from './useDeskKeys.ts';
import { type DraftText, useDraftSaving } from './useDraftSaving.ts';

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
  const { id, town } = start;
  const { readingPace } = usePreferences().settings;
  const editor = useRef<EditorHandle>(null);
  const [lines, setLines] = useState({
    title: start.title,
    congress: start.congress,
    speaker: start.speaker,
  });
  const [blocks, setBlocks] = useState<readonly DraftBlock[]>(start.blocks);
  const [at, setAt] = useState(0);
  const saving = useDraftSaving(id, start);
  const { changed } = saving;
  const written = useRef<DraftText>({ ...lines, blocks: start.blocks });

  const change = useCallback(
    (next: Partial<DraftText>) => {
      written.current = { ...written.current, ...next };
      changed(written.current);
    },
    [changed],
  );
  const changeBlocks = useCallback(
    (next: DraftBlock[]) => {
      change({ blocks: next });
      // Outline, count and panels follow once the key is on the screen.
      startTransition(() => setBlocks(next));
    },
    [change],
  );
  const changeLines = (next: Partial<typeof lines>) => {
    setLines({ ...lines, ...next });
    change(next);
  };
  // The key that moved the cursor is on the screen before what stands beside it follows.
  const move = useCallback((block: number) => startTransition(() => setAt(block)), []);
  useDeskKeys({ save: saving.flush, toEditor: () => editor.current?.focus() });

  const characters = countCharacters(blocks);
  const here = blocks[at];
  const gaps = findGaps(draftText(blocks));
  const [firstGap] = gaps;
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
        name: '稿旁',
        width: 388,
        min: 300,
        max: 560,
        drawerBelow: 1000,
        content: (
          <DraftSide
            draftId={id}
            lastReportId={lastReportId}
            lastReport={`${town}${start.planYear - 1}年报告`}
            blocks={blocks}
            at={at}
            savedAt={saving.savedAt}
            flush={saving.flush}
            editor={editor}
            onReplaced={onReplaced}
          />
        ),
      }}
    >
      <Toolbar
        title={
          <input
            className="draft-title"
            aria-label="题名"
            value={lines.title}
            maxLength={200}
            onChange={(event) => changeLines({ title: event.target.value })}
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
            <ExportDraft
              draftId={id}
              congress={lines.congress}
              speaker={lines.speaker}
              flush={saving.flush}
            />
          </>
        }
      />
      <div className="draft-desk scroll">
        <HeadLines
          town={town}
          planYear={start.planYear}
          congress={lines.congress}
          speaker={lines.speaker}
          onChange={changeLines}
        />
        <DraftEditor
          ref={editor}
          town={town}
          start={start.blocks}
          onChange={changeBlocks}
          onMove={move}
        />
      </div>
      <footer className="draft-foot">
        <span role="status">
          {saving.failed
            ? '没有存上，正文仍在屏幕上，会自动再试'
            : saving.savedAt
              ? `已存 ${timeLabel(saving.savedAt)}`
              : '正在保存…'}
        </span>
        <span className="draft-length num">
          <Button
            size="small"
            variant="text"
            title="在光标处留一处待填（Ctrl+Alt+T）"
            onClick={() => editor.current?.leaveGap()}
          >
            留待填
          </Button>
          {firstGap && (
            <Button size="small" variant="text" onClick={() => editor.current?.reveal(firstGap)}>
              待填 {gaps.length} 处
            </Button>
          )}
          {figure(characters)} 字 · 宣读约 {readingMinutes(characters, readingPace)} 分钟
          <PaceField />
        </span>
      </footer>
    </SplitView>
  );
}
