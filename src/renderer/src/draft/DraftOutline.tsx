import { type DraftBlock, headingsOver } from '../../../shared/draft/blocks.ts';
import { findGaps } from '../../../shared/draft/gaps.ts';
import { SHORT_ROLE_NAMES } from '../report/labels.ts';
import { PanelHeader } from '../ui/Layout.tsx';

/**
 * The headings of the draft; those with nothing under them say 待写, those with gaps in their text 待填.
 * Room for more than one mark there is not.
 */
export function DraftOutline({
  blocks,
  at,
  onOpen,
}: {
  blocks: readonly DraftBlock[];
  /** The block the cursor is in. */
  at: number;
  onOpen: (block: number) => void;
}) {
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'heading' ? [{ block, index }] : [],
  );
  const current = headings.findLast(({ index }) => index <= at)?.index;
  return (
    <>
      <PanelHeader title="提纲" aside={<span className="num">{headings.length} 节</span>} />
      <nav className="draft-outline scroll" aria-label="提纲">
        {headings.length === 0 && (
          <p className="draft-note">还没有标题。在工具栏“层次”里把一行设为标题。</p>
        )}
        <ol>
          {headings.map(({ block, index }) => {
            const asked = isUnwritten(blocks, index) ? '待写' : hasGaps(blocks, index) && '待填';
            return (
              <li key={index}>
                <button
                  type="button"
                  className={`draft-outline-entry draft-outline-${block.level}`}
                  aria-current={index === current ? 'location' : undefined}
                  onClick={() => onOpen(index)}
                >
                  <span className="draft-outline-name">{block.text}</span>
                  {asked ? (
                    <span className="draft-unwritten">{asked}</span>
                  ) : (
                    block.role &&
                    block.role !== roleAbove(blocks, index) && (
                      <span className="draft-role">{SHORT_ROLE_NAMES[block.role]}</span>
                    )
                  )}
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
    </>
  );
}

/** The role a heading would have by the one it stands under; undefined for none. */
function roleAbove(blocks: readonly DraftBlock[], heading: number): DraftBlock['role'] {
  return headingsOver(blocks, heading).at(-2)?.role;
}

/** Something is still to be filled in between a heading and the next. */
export function hasGaps(blocks: readonly DraftBlock[], heading: number): boolean {
  const next = blocks.findIndex(({ kind }, at) => at > heading && kind === 'heading');
  const own = blocks.slice(heading, next < 0 ? undefined : next);
  return own.some(({ text }) => findGaps(text).length > 0);
}

/** Neither text nor a heading below stands under it. */
export function isUnwritten(blocks: readonly DraftBlock[], heading: number): boolean {
  const level = blocks[heading]?.level ?? 0;
  for (let at = heading + 1; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.kind === 'heading') return block.level <= level;
    if (block?.text.trim() !== '') return false;
  }
  return true;
}
