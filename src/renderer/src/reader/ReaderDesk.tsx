import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../shared/report/report.ts';
import { setAnew } from '../../../shared/report/wraps.ts';
import { useMutation } from '../bridge/useMutation.ts';
import { useScrollMemory } from '../navigation/navigation.tsx';
import type { PlacedNote } from '../navigation/route.ts';
import { categoryHighlights, type NoteCategory, useCategoryLook } from '../note/categories.ts';
import type { NoteDraft } from '../note/NoteEditor.tsx';
import { PassageMenus } from '../note/PassageMenus.tsx';
import { PlacingBar } from '../note/PlacingBar.tsx';
import { placedIn } from '../note/targets.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { sentencesOf, topicsIn } from '../report/decisions.ts';
import { type Highlights, ReportText, type ReportTextHandle } from '../reportText/ReportText.tsx';
import { SplitView } from '../ui/SplitView.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { useEscape } from '../ui/useEscape.ts';
import { NoteMargin } from './NoteMargin.tsx';
import { NotePopover } from './NotePopover.tsx';
import { Outline } from './Outline.tsx';
import { outlineRows } from './outline.ts';
import { ReaderHead } from './ReaderHead.tsx';
import { ReportFacts } from './ReportFacts.tsx';
import './reader.css';
import { moveSentence, type SentenceMove } from '../reportText/sentences.ts';
import { useSelectedSpan } from '../reportText/useSelectedSpan.ts';
import { TopicMenu, useTopics } from './TopicMenu.tsx';
import { useOffsetInSight } from './useOffsetInSight.ts';

/** Where a passage that is jumped to comes to stand, from the top of the window. */
const JUMP_MARGIN = 96;

/** A note being written: on what, and the category it was begun with. */
interface Writing {
  span: Span;
  category: string | null;
}

export function ReaderDesk({
  report,
  annotations,
  focus,
  facts,
  placing,
}: {
  report: ReportDetail;
  annotations: readonly Annotation[];
  focus: Span | null;
  /** 资料信息 is open at first. */
  facts: boolean;
  /** The note that is to be put where the person selects. */
  placing: PlacedNote | null;
}) {
  const { text, sections, passages, summary } = report;
  const display = useDisplayText();
  const toast = useToast();
  const createNote = useMutation('annotations.create', toast.fail);
  const undo = useMutation('annotations.undo', toast.fail);
  const scroller = useRef<HTMLDivElement>(null);
  const handle = useRef<ReportTextHandle>(null);
  const cursor = useRef<HTMLButtonElement>(null);
  const { hadPosition } = useScrollMemory(scroller, 'text');
  const offset = useOffsetInSight(scroller, handle);

  const selected = useSelectedSpan(handle);
  const [chosen, setChosen] = useState<Span | null>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [factsOpen, setFactsOpen] = useState(facts);
  const [shown, setShown] = useState<Span | null>(focus);
  const topics = useTopics();
  const passage = writing?.span ?? selected ?? chosen;

  const placed = useMemo(() => placedIn(annotations, summary.id), [annotations, summary.id]);
  const lookOf = useCategoryLook();
  const highlights = useMemo(
    () => highlightsOf(placed, lookOf, shown, writing?.span ?? chosen),
    [placed, lookOf, shown, writing, chosen],
  );

  const scrollTo = useCallback((span: Span) => {
    const area = scroller.current;
    if (!area || !handle.current) return;
    area.scrollTop = handle.current.placeOf(span).top - JUMP_MARGIN + TEXT_TOP;
  }, []);
  useEffect(() => {
    setShown(focus);
    if (focus !== null && !hadPosition) scrollTo(focus);
  }, [focus, hadPosition, scrollTo]);

  // The passage is kept while writing: the editor takes the focus, and with it the selection goes.
  const begin = (category: string | null) => {
    if (passage !== null) setWriting({ span: passage, category });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && passage !== null) begin(null);
    else {
      const move = sentenceMoveOf(event);
      if (move === null) return;
      const next = moveSentence(passages, chosen, move, offset);
      setChosen(next);
      if (next !== null) scrollTo(next);
    }
    event.preventDefault();
  };

  const save = async (draft: NoteDraft): Promise<boolean> => {
    if (passage === null) return false;
    const { start, end } = passage;
    const saved = await createNote.run({ documentId: summary.id, start, end, ...draft });
    if (!saved) return false;
    const { id, revision } = saved.annotation;
    setActiveId(id);
    toast.done('已写 1 条批注。', { label: '撤销', run: () => void undo.run({ id, revision }) });
    return true;
  };
  const unselect = () => {
    setChosen(null);
    document.getSelection()?.removeAllRanges();
  };
  useEscape(passage !== null && writing === null, unselect);
  const leave = () => {
    setWriting(null);
    unselect();
    cursor.current?.focus({ preventScroll: true });
  };

  const sentences = passage && sentencesOf(report, passage);
  const spokenOf = sentences ? topicsIn(report, sentences) : [];
  const rows = useMemo(() => outlineRows(sections), [sections]);
  return (
    <SplitView
      id="reader"
      left={{
        name: '提纲',
        width: 240,
        min: 180,
        max: 360,
        drawerBelow: 800,
        content: (
          <Outline
            report={report}
            rows={rows}
            offset={offset}
            headingText={(section) => display(setAnew(text, section))}
            onJump={scrollTo}
          />
        ),
      }}
    >
      <ReaderHead
        report={report}
        noteCount={annotations.length}
        offset={offset}
        onFacts={() => setFactsOpen(true)}
      />
      {factsOpen && (
        <ReportFacts
          report={report}
          onClose={() => setFactsOpen(false)}
          onShow={(span) => {
            setShown(span);
            scrollTo(span);
          }}
        />
      )}
      {placing && <PlacingBar placing={placing} annotations={annotations} span={passage} />}
      <div ref={scroller} className="reader-scroll scroll">
        <div className="reader-page">
          <div className="sentence-cursor">
            <button ref={cursor} type="button" onKeyDown={onKeyDown}>
              逐句选择：上下键移动，加 Shift 多选，回车写批注
            </button>
          </div>
          <ReportText
            ref={handle}
            text={text}
            sections={sections}
            display={display}
            highlights={highlights}
          />
          {passage !== null && (
            <NotePopover
              key={`${passage.start}-${passage.end}`}
              top={handle.current?.placeOf(passage).bottom ?? 0}
              writing={writing}
              topics={
                sentences && (
                  <TopicMenu
                    report={report}
                    span={sentences}
                    topics={spokenOf}
                    trigger={
                      <button
                        type="button"
                        className="note-choice topic-choice"
                        // The menu takes the focus, and with it the selection goes.
                        onPointerDown={() => setChosen(passage)}
                      >
                        主题：
                        {topics
                          .filter(({ id }) => spokenOf.includes(id))
                          .map(({ name }) => name)
                          .join('、') || '无'}
                      </button>
                    }
                  />
                )
              }
              more={
                // The menus take the focus, and with it the selection goes.
                <span onPointerDown={() => setChosen(passage)}>
                  <PassageMenus passages={[{ documentId: summary.id, ...passage }]} />
                </span>
              }
              onBegin={begin}
              onSave={save}
              onSaved={leave}
              onCancel={leave}
            />
          )}
        </div>
        <aside className="reader-notes" aria-label="批注">
          <NoteMargin
            annotations={placed}
            text={handle}
            activeId={activeId}
            onOpen={(annotation) => {
              setActiveId(annotation.id);
              scrollTo(annotation);
            }}
          />
        </aside>
      </div>
    </SplitView>
  );
}

/** Space above the text inside the scrolled page; see reader.css. */
const TEXT_TOP = 20;

function sentenceMoveOf({ key, shiftKey }: KeyboardEvent): SentenceMove | null {
  if (key === 'ArrowDown') return shiftKey ? 'extend-next' : 'next';
  if (key === 'ArrowUp') return shiftKey ? 'extend-previous' : 'previous';
  return null;
}

function highlightsOf(
  annotations: readonly Annotation[],
  lookOf: (category: string | null) => NoteCategory | undefined,
  shown: Span | null,
  chosen: Span | null,
): Highlights {
  const highlights: Record<string, Span[]> = { lit: shown ? [shown] : [] };
  highlights.chosen = chosen ? [chosen] : [];
  for (const annotation of annotations) {
    for (const name of categoryHighlights(lookOf(annotation.category))) {
      highlights[name] = [...(highlights[name] ?? []), annotation];
    }
  }
  return highlights;
}
