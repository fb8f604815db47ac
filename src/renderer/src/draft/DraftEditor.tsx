import { closeHistory } from 'prosemirror-history';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { DraftBlock, ExcerptSource } from '../../../shared/draft/blocks.ts';
import type { Span } from '../../../shared/report/report.ts';
import { useDisplayText } from '../preferences/preferences.tsx';
import { draftPlugins, findingsKey, insertExcerpts, leaveGap, setLevel } from './editorPlugins.ts';
import { blockAt, blocksOf, documentOf, positionOf } from './editorSchema.ts';
import type { Finding } from './excerpt.ts';
import './editor.css';

/** What the panels beside the editor may ask of it. */
export interface EditorHandle {
  /** Shows and selects a stretch of the draft's text, a block a line. */
  reveal(span: Span): void;
  revealBlock(index: number): void;
  /** @param then what follows each: a gap for what became of it. */
  insert(sources: readonly ExcerptSource[], then?: string): void;
  focus(): void;
  underline(findings: readonly Finding[]): void;
  /** The words of the paragraph the cursor is in are the person's own from now on. */
  makeOwn(): void;
  /** A level of heading, or 0 for a paragraph. */
  setLevel(level: number): void;
  /** Leaves a place to be filled in later. */
  leaveGap(): void;
}

/** The text being written. It keeps its own state: `start` is read once, every change is told. */
export function DraftEditor({
  town,
  start,
  onChange,
  onMove,
  ref,
}: {
  /** The town the draft speaks for; read once. */
  town: string;
  start: readonly DraftBlock[];
  onChange: (blocks: DraftBlock[]) => void;
  /** The cursor is in another block. */
  onMove: (block: number) => void;
  ref: Ref<EditorHandle>;
}) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const display = useDisplayText();
  const told = useRef({ onChange, onMove, display });
  told.current = { onChange, onMove, display };
  const first = useRef({ start, town });

  useEffect(() => {
    if (!place.current) return;
    let block = 0;
    const editor = new EditorView(place.current, {
      state: EditorState.create({
        doc: documentOf(first.current.start),
        plugins: draftPlugins(first.current.town, (text) => told.current.display(text)),
      }),
      attributes: {
        class: 'draft-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': '正文',
        spellcheck: 'false',
      },
      dispatchTransaction: (transaction) => {
        editor.updateState(editor.state.apply(transaction));
        if (transaction.docChanged) told.current.onChange(blocksOf(editor.state.doc));
        const now = blockAt(editor.state.doc, editor.state.selection.from);
        if (now !== block) {
          block = now;
          told.current.onMove(now);
        }
      },
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useImperativeHandle(ref, () => {
    const select = (from: number, to: number) => {
      const editor = view.current;
      if (!editor) return;
      const selection = TextSelection.create(editor.state.doc, from, to);
      editor.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
      editor.focus();
    };
    return {
      reveal: (span) => {
        const document = view.current?.state.doc;
        if (document) select(positionOf(document, span.start), positionOf(document, span.end));
      },
      revealBlock: (index) => {
        const document = view.current?.state.doc;
        if (!document) return;
        let position = 1;
        for (let at = 0; at < index; at += 1) position += document.child(at).nodeSize;
        select(position, position);
      },
      insert: (sources, then) => {
        const editor = view.current;
        if (!editor) return;
        const words = (text: string) => told.current.display(text) + (then ?? '');
        insertExcerpts(editor, editor.state.selection.from, sources, words);
        editor.focus();
      },
      focus: () => view.current?.focus(),
      underline: (findings) => {
        const editor = view.current;
        editor?.dispatch(editor.state.tr.setMeta(findingsKey, findings));
      },
      makeOwn: () => {
        const editor = view.current;
        if (!editor) return;
        const { $from } = editor.state.selection;
        if ($from.depth === 0) return;
        const attrs = { ...$from.node(1).attrs, source: null };
        const own = editor.state.tr.setNodeMarkup($from.before(1), undefined, attrs);
        editor.dispatch(closeHistory(own));
        editor.focus();
      },
      setLevel: (level) => {
        const editor = view.current;
        if (!editor) return;
        setLevel(level)(editor.state, editor.dispatch);
        editor.focus();
      },
      leaveGap: () => {
        const editor = view.current;
        if (!editor) return;
        leaveGap(editor.state, editor.dispatch);
        editor.focus();
      },
    };
  }, []);

  return <div ref={place} className="draft-place" />;
}
