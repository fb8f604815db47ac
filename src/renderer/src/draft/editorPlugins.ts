import { baseKeymap } from 'prosemirror-commands';
import { closeHistory, history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import {
  type Command,
  type EditorState,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { type ExcerptSource, marginLabel } from '../../../shared/draft/blocks.ts';
import { findGaps, GAP } from '../../../shared/draft/gaps.ts';
import { blockOf, draftSchema, nodeOf, positionOf } from './editorSchema.ts';
import { EXCERPT_TYPE, type Finding, parseExcerpts } from './excerpt.ts';

const { heading, paragraph } = draftSchema.nodes;

/** Findings to underline; set as the meta of a transaction, they follow the words from then on. */
export const findingsKey = new PluginKey<DecorationSet>('findings');

const findings = new Plugin<DecorationSet>({
  key: findingsKey,
  state: {
    init: () => DecorationSet.empty,
    apply: (transaction, before) => {
      const set = transaction.getMeta(findingsKey) as readonly Finding[] | undefined;
      return set ? underline(transaction, set) : before.map(transaction.mapping, transaction.doc);
    },
  },
  props: { decorations: (state) => findingsKey.getState(state) },
});

function underline({ doc }: Transaction, set: readonly Finding[]): DecorationSet {
  const marks = set.flatMap(({ spans, severity, message }) =>
    spans.map(({ start, end }) =>
      Decoration.inline(positionOf(doc, start), positionOf(doc, end), {
        class: `finding finding-${severity}`,
        title: message,
      }),
    ),
  );
  return DecorationSet.create(doc, marks);
}

/** Names in the margin where a paragraph was taken from; made anew only when the text changes. */
function marginOf(town: string): Plugin<DecorationSet> {
  const margin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_, { doc }) => nameSources(doc, town),
      apply: (transaction, before) =>
        transaction.docChanged ? nameSources(transaction.doc, town) : before,
    },
    props: { decorations: (state) => margin.getState(state) },
  });
  return margin;
}

function nameSources(doc: Node, town: string): DecorationSet {
  const marks: Decoration[] = [];
  doc.forEach((node, offset) => {
    const label = node.attrs.source ? marginLabel(blockOf(node), town) : '';
    if (label === '') return;
    marks.push(
      Decoration.node(offset, offset + node.nodeSize, { class: 'taken', 'data-margin': label }),
    );
  });
  return marks.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, marks);
}

/** A paragraph of WPS, and its soft line break. */
const LINE_END = /\r\n?|[\n\v\f\u2028\u2029]/u;

/** 待填 as the chips they are until somebody fills them in. */
const gaps: Plugin<DecorationSet> = new Plugin<DecorationSet>({
  state: {
    init: (_, { doc }) => markGaps(doc),
    apply: (transaction, before) => (transaction.docChanged ? markGaps(transaction.doc) : before),
  },
  props: { decorations: (state) => gaps.getState(state) },
});

function markGaps(doc: Node): DecorationSet {
  const marks: Decoration[] = [];
  doc.forEach((node, offset) => {
    for (const { start, end } of findGaps(node.textContent)) {
      marks.push(Decoration.inline(offset + 1 + start, offset + 1 + end, { class: 'gap' }));
    }
  });
  return marks.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, marks);
}

/** Leaves a place to be filled in later and goes on behind it. */
export const leaveGap: Command = (state, dispatch) => {
  dispatch?.(closeHistory(state.tr.insertText(GAP)).scrollIntoView());
  return true;
};

/** Lines of text as paragraphs without any dress: what WPS or a web page gives besides is left behind. */
function plainSlice(text: string): Slice {
  const lines = text.split(LINE_END);
  const nodes = lines
    .map((line) => line.replace(/^[\s　]+|[\s　]+$/gu, ''))
    .filter((line, _, all) => line !== '' || all.length === 1)
    .map((line) => nodeOf({ kind: 'paragraph', level: 0, text: line, source: null }));
  return new Slice(Fragment.from(nodes), 1, 1);
}

/**
 * Puts cited excerpts behind the block at `position`, or in place of an empty one. `display` says how
 * original words are shown: a web page's half-width punctuation does not come into the draft.
 */
export function insertExcerpts(
  view: EditorView,
  position: number,
  sources: readonly ExcerptSource[],
  display: (text: string) => string,
): void {
  const { state } = view;
  const nodes = sources.map((source) =>
    nodeOf({ kind: 'paragraph', level: 0, text: display(source.quote), source }),
  );
  const resolved = state.doc.resolve(position);
  const index = resolved.index(0);
  const block = state.doc.maybeChild(index);
  const before = resolved.posAtIndex(index, 0);
  const isEmpty = block?.type === paragraph && block.content.size === 0;
  const at = block ? before + (isEmpty ? 0 : block.nodeSize) : state.doc.content.size;
  const transaction = isEmpty
    ? state.tr.replaceWith(before, before + block.nodeSize, nodes)
    : state.tr.insert(at, nodes);
  // The cursor goes on behind what was taken over, so that a second excerpt follows the first.
  const end = nodes.reduce((sum, { nodeSize }) => sum + nodeSize, isEmpty ? before : at);
  transaction.setSelection(TextSelection.create(transaction.doc, end - 1));
  // A step of its own: undoing what was typed before does not take the excerpt along.
  view.dispatch(closeHistory(transaction).scrollIntoView());
}

/**
 * The clipboard in plain words, both ways. The editor's own ways go through HTML, which the window's
 * policy refuses to make out of strings.
 */
const clipboardWith = (display: (text: string) => string) =>
  new Plugin({
    props: {
      handleDOMEvents: {
        paste: (view, event) => {
          event.preventDefault();
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (text !== '')
            view.dispatch(view.state.tr.replaceSelection(plainSlice(text)).scrollIntoView());
          return true;
        },
        copy: (view, event) => copyPlain(view, event),
        cut: (view, event) => {
          const copied = copyPlain(view, event);
          if (copied) view.dispatch(view.state.tr.deleteSelection().scrollIntoView());
          return copied;
        },
        dragstart: (_view, event) => {
          event.preventDefault();
          return true;
        },
        drop: (view, event) => {
          event.preventDefault();
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          const sources = parseExcerpts(event.dataTransfer?.getData(EXCERPT_TYPE) ?? '');
          if (sources.length > 0 && at) {
            insertExcerpts(view, at.pos, sources, display);
            view.focus();
          }
          return true;
        },
      },
    },
  });

function copyPlain(view: EditorView, event: ClipboardEvent): boolean {
  const { empty, from, to } = view.state.selection;
  if (empty) return false;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', view.state.doc.textBetween(from, to, '\n'));
  return true;
}

/** After a heading the text goes on as a paragraph. */
function leaveHeading(state: EditorState, dispatch?: (transaction: Transaction) => void): boolean {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== heading || $from.parentOffset < $from.parent.content.size) {
    return false;
  }
  if (!paragraph) return false;
  const after = $from.after();
  const transaction = state.tr.insert(after, paragraph.create());
  dispatch?.(
    transaction.setSelection(TextSelection.create(transaction.doc, after + 1)).scrollIntoView(),
  );
  return true;
}

/** Makes the lines of the selection headings of a level, or paragraphs (0); where they are from stays with them. */
export function setLevel(level: number): Command {
  return (state, dispatch) => {
    if (!heading || !paragraph) return false;
    const { from, to } = state.selection;
    dispatch?.(
      level === 0
        ? state.tr.setBlockType(from, to, paragraph, ({ attrs }) => ({ source: attrs.source }))
        : state.tr.setBlockType(from, to, heading, ({ attrs }) => ({ ...attrs, level })),
    );
    return true;
  };
}

/**
 * Puts the caret at an end of the draft. The browser would as well, but tells the editor of it later
 * than of the next key, and a quick hand’s Ctrl+End, Enter then broke the line it had left.
 */
const caretTo =
  (edge: (doc: Node) => Selection): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setSelection(edge(state.doc)).scrollIntoView());
    return true;
  };

const levels = Object.fromEntries(
  [0, 1, 2, 3, 4].map((level) => [`Mod-Alt-${level}`, setLevel(level)]),
);

/** What the editor of a draft for `town` can do. */
export function draftPlugins(town: string, display: (text: string) => string): Plugin[] {
  return [
    history(),
    keymap({
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      ...levels,
      'Mod-Alt-t': leaveGap,
      'Mod-Home': caretTo(Selection.atStart),
      'Mod-End': caretTo(Selection.atEnd),
      Enter: leaveHeading,
    }),
    keymap(baseKeymap),
    findings,
    gaps,
    marginOf(town),
    clipboardWith(display),
  ];
}
