import { useEffect, useRef } from 'react';
import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import type { Section, Span } from '../../../shared/report/report.ts';
import { PanelHeader } from '../ui/Layout.tsx';
import { EmptyState } from '../ui/States.tsx';
import { CoinedTerms } from './CoinedTerms.tsx';
import { type OutlineRow, rowAt } from './outline.ts';
import { SectionCorrections } from './SectionCorrections.tsx';

/** The report's headings; the one in sight is marked and kept in sight. */
export function Outline({
  report,
  rows,
  offset,
  headingText,
  onJump,
}: {
  report: ReportDetail;
  rows: OutlineRow[];
  /** The offset at the top of the text. */
  offset: number;
  headingText: (section: Section) => string;
  onJump: (span: Span) => void;
}) {
  const current = rowAt(rows, offset);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <>
      <PanelHeader title="提纲" aside={`${rows.length} 节`} />
      <nav className="outline scroll" aria-label="提纲">
        {rows.length === 0 && (
          <EmptyState title="没有认出章节">这篇正文里没有可靠的标题，可直接阅读或检索。</EmptyState>
        )}
        <ul ref={list}>
          {rows.map((row, at) => (
            <li key={row.index} className="outline-item">
              <button
                type="button"
                className={`outline-row outline-level-${row.section.level}`}
                aria-current={at === current ? 'location' : undefined}
                data-tip={headingText(row.section)}
                onClick={() => onJump(row.section)}
              >
                <span className="outline-words">{headingText(row.section)}</span>
              </button>
              <SectionCorrections report={report} row={row} />
            </li>
          ))}
        </ul>
      </nav>
      <CoinedTerms report={report} onJump={onJump} />
    </>
  );
}
