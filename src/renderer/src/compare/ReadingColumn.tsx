import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import { setAnew } from '../../../shared/report/wraps.ts';
import { useNavigation, useScrollMemory } from '../navigation/navigation.tsx';
import { useDisplayText } from '../preferences/preferences.tsx';
import { ROLE_NAMES, reportYear } from '../report/labels.ts';
import type { Highlights, ReportTextHandle } from '../reportText/ReportText.tsx';
import { Button } from '../ui/Button.tsx';
import type { ColumnPlaces, SectionPlace } from './linkedPlaces.ts';
import { ColumnText } from './reading/ColumnText.tsx';
import { ColumnTopic } from './reading/ColumnTopic.tsx';
import type { TopicPlaces } from './reading/topicPlaces.ts';
import type { LinkedColumn } from './useLinkedScroll.ts';
import type { MarkedWording } from './wording/useWording.ts';

/** One report of a comparison: its head, the section in sight, and its text. */
export function ReadingColumn({
  index,
  report,
  alone,
  counterpart,
  topic,
  stop,
  wording,
  onStop,
  onTakeOver,
  onScroll,
  ref,
}: {
  index: number;
  report: ReportDetail;
  /** The section in sight has no counterpart in the column being scrolled. */
  alone: boolean;
  /** Index of the section that goes with the one in sight in the column being scrolled. */
  counterpart: number | null;
  /** Set while the columns are aligned by a topic. */
  topic: TopicPlaces | null;
  /** Which of the topic's places was last gone to. */
  stop: number;
  /** Set while shared and own wording is marked. */
  wording: MarkedWording | null;
  onStop: (index: number, stop: number) => void;
  onTakeOver: (index: number) => void;
  onScroll: (index: number) => void;
  ref: (column: LinkedColumn | null) => void;
}) {
  const { summary, text, sections } = report;
  const { go } = useNavigation();
  const display = useDisplayText();
  const scroller = useRef<HTMLDivElement>(null);
  const handle = useRef<ReportTextHandle>(null);
  const measured = useRef<ColumnPlaces | null>(null);
  const [inSight, setInSight] = useState(-1);
  useScrollMemory(scroller, `column-${summary.id}`);

  const sectionAtStart = useMemo(
    () => new Map(sections.map(({ start }, at) => [start, at])),
    [sections],
  );
  const measure = useMemo(
    () => (): ColumnPlaces => {
      measured.current ??= measureColumn(handle.current, sectionAtStart);
      return measured.current;
    },
    [sectionAtStart],
  );
  useImperativeHandle(
    ref,
    () => ({
      scroller: scroller.current as HTMLElement,
      places: measure,
      topOf: (offset) => handle.current?.placeOf({ start: offset, end: offset + 1 }).top ?? 0,
    }),
    [measure],
  );
  const marked = counterpart === null ? undefined : sections[counterpart];
  const highlights = useMemo(
    (): Highlights => ({
      dimmed: topic?.outside ?? [],
      counterpart: marked ? [marked] : [],
      shared: wording?.shared ?? [],
      own: wording?.own ?? [],
    }),
    [topic, marked, wording],
  );

  // The text is drawn anew only when it changes, not at every step of the scrolling.
  const offsetInSight = useCallback(() => {
    const top = (scroller.current?.scrollTop ?? 0) + 1;
    return handle.current?.blockTops().findLast((block) => block.top <= top)?.start ?? 0;
  }, []);
  const scrollTo = useCallback((top: number) => {
    if (scroller.current) scroller.current.scrollTop = top;
  }, []);

  useEffect(() => {
    const element = handle.current?.element;
    if (!element || !scroller.current) return;
    // It takes the focus, so that the column scrolls by keyboard.
    scroller.current.tabIndex = 0;
    const resized = new ResizeObserver(() => {
      measured.current = null;
    });
    resized.observe(element);
    return () => resized.disconnect();
  }, []);

  const follow = () => {
    const top = (scroller.current?.scrollTop ?? 0) + 1;
    setInSight(measure().sections.findLast((place) => place.top <= top)?.sectionIndex ?? -1);
    onScroll(index);
  };
  const section = sections[inSight];
  const year = reportYear(summary.metadata);
  const name = summary.town ?? summary.title;
  return (
    <section
      className="compare-column"
      aria-label={name}
      onPointerEnter={() => onTakeOver(index)}
      onWheel={() => onTakeOver(index)}
      onFocus={() => onTakeOver(index)}
    >
      <header className="compare-head">
        <h2>{name}</h2>
        <span className="quiet">
          {summary.metadata.county !== null && (
            <span className="compare-county">
              {summary.metadata.county}
              {year !== null && ' · '}
            </span>
          )}
          {year !== null && `${year} 年`}
        </span>
        <span className="compare-head-end">
          {topic && (
            <ColumnTopic topic={topic} stop={stop} onStop={(next) => onStop(index, next)} />
          )}
        </span>
        <Button
          size="small"
          variant="text"
          onClick={() =>
            go({
              view: 'reader',
              id: summary.id,
              ...(section ? { focus: { start: section.start, end: section.end } } : {}),
            })
          }
        >
          看原文
        </Button>
      </header>
      <div className="compare-section" data-alone={alone || undefined}>
        <span className="compare-section-words">
          {section ? display(setAnew(text, section)) : '开头'}
        </span>
        <span className="quiet">{section?.role ? ROLE_NAMES[section.role] : ''}</span>
      </div>
      <div ref={scroller} className="compare-scroll scroll" onScroll={follow}>
        <ColumnText
          handle={handle}
          report={report}
          highlights={highlights}
          offsetInSight={offsetInSight}
          scrollTo={scrollTo}
        />
      </div>
    </section>
  );
}

/** Sections that begin a block have a place; the few that do not go with the block they stand in. */
function measureColumn(
  handle: ReportTextHandle | null,
  sectionAtStart: ReadonlyMap<number, number>,
): ColumnPlaces {
  if (handle === null) return { sections: [], bottom: 0 };
  const sections: SectionPlace[] = [{ sectionIndex: -1, top: 0 }];
  for (const { start, top } of handle.blockTops()) {
    const sectionIndex = sectionAtStart.get(start);
    if (sectionIndex !== undefined) sections.push({ sectionIndex, top });
  }
  return { sections, bottom: handle.element.offsetHeight };
}
