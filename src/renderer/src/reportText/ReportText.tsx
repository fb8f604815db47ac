import { memo, type Ref, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import type { Section, Span } from '../../../shared/report/report.ts';
import { layOutBlocks, type TextBlock } from './blocks.ts';
import { paintHighlight } from './highlights.ts';
import './reportText.css';
import { TextMap } from './textMap.ts';

/** What a view can ask of the text it shows. Positions are pixels inside the text's element. */
export interface ReportTextHandle {
  element: HTMLElement;
  map: TextMap;
  /** Top and height of a passage's first line and whole extent, relative to the element. */
  placeOf: (span: Span) => { top: number; bottom: number };
  /** Tops of the blocks, ascending, to find what is in sight. */
  blockTops: () => { start: number; top: number }[];
}

/** Passages to paint, by the name their look has in reportText.css. */
export type Highlights = Readonly<Record<string, readonly Span[]>>;

/**
 * A report's text, drawn in blocks. Its text nodes, joined, are `display(text)` and nothing else;
 * `display` keeps the length, so offsets on the screen are offsets of the original.
 */
export const ReportText = memo(function ReportText({
  text,
  sections,
  display,
  highlights,
  ref,
}: {
  text: string;
  sections: readonly Section[];
  display: (text: string) => string;
  highlights: Highlights;
  ref?: Ref<ReportTextHandle>;
}) {
  const root = useRef<HTMLDivElement>(null);
  const owner = useRef(Symbol('text'));
  const shown = useMemo(() => display(text), [display, text]);
  const blocks = useMemo(() => layOutBlocks(text, sections), [text, sections]);

  useImperativeHandle(ref, () => createHandle(root.current, blocks, shown), [blocks, shown]);
  useLayoutEffect(() => {
    if (!root.current) return;
    const map = new TextMap(root.current, shown);
    const own = owner.current;
    for (const [name, spans] of Object.entries(highlights)) {
      paintHighlight(
        name,
        own,
        spans.map((span) => map.toRange(span)),
      );
    }
    return () => {
      for (const name of Object.keys(highlights)) paintHighlight(name, own, []);
    };
  }, [highlights, shown]);

  return (
    <div ref={root} className="report-text original">
      {blocks.map((block) => (
        <Block key={block.start} block={block} shown={shown} />
      ))}
    </div>
  );
});

function Block({ block, shown }: { block: TextBlock; shown: string }) {
  const words = block.runs.map(({ start, end, strong, drawn }) => {
    const run = shown.slice(start, end);
    const Run = strong ? 'b' : 'span';
    if (drawn !== undefined) {
      return (
        <Run key={start} className={`drawn-${drawn}`}>
          {run}
        </Run>
      );
    }
    return strong ? <b key={start}>{run}</b> : run;
  });
  if (block.kind === 'chapter') return <h2>{words}</h2>;
  if (block.kind === 'heading') return <h3>{words}</h3>;
  return <p>{words}</p>;
}

function createHandle(
  element: HTMLElement | null,
  blocks: readonly TextBlock[],
  shown: string,
): ReportTextHandle {
  if (element === null) throw new Error('the text is not on the screen');
  const map = new TextMap(element, shown);
  return {
    element,
    map,
    placeOf: (span) => {
      const origin = element.getBoundingClientRect().top;
      const { top, bottom } = map.toRange(span).getBoundingClientRect();
      return { top: top - origin, bottom: bottom - origin };
    },
    blockTops: () => {
      const origin = element.getBoundingClientRect().top;
      return blocks.map(({ start }, index) => ({
        start,
        top: (element.children[index]?.getBoundingClientRect().top ?? origin) - origin,
      }));
    },
  };
}
