import { Fragment, type Node, Schema } from 'prosemirror-model';
import type { DraftBlock } from '../../../shared/draft/blocks.ts';
import { locate } from '../../../shared/draft/blocks.ts';

/** A draft is lines: headings of four levels and paragraphs, no dress. */
export const draftSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    heading: {
      group: 'block',
      content: 'text*',
      attrs: {
        level: { default: 1, validate: 'number' },
        role: { default: undefined },
        source: { default: null },
      },
      defining: true,
      toDOM: ({ attrs }) => [
        'p',
        {
          class: `draft-heading draft-heading-${attrs.level}`,
          role: 'heading',
          'aria-level': String(attrs.level),
        },
        0,
      ],
    },
    paragraph: {
      group: 'block',
      content: 'text*',
      attrs: { source: { default: null } },
      toDOM: () => ['p', { class: 'draft-paragraph' }, 0],
    },
    text: {},
  },
});

const { heading, paragraph } = draftSchema.nodes as Record<
  'heading' | 'paragraph',
  NonNullable<(typeof draftSchema.nodes)[string]>
>;

export function nodeOf({ kind, level, text, source, role }: DraftBlock): Node {
  const content = text === '' ? undefined : draftSchema.text(text);
  return kind === 'heading'
    ? heading.create({ level, role, source }, content)
    : paragraph.create({ source }, content);
}

export function documentOf(blocks: readonly DraftBlock[]): Node {
  const nodes = blocks.length === 0 ? [paragraph.create()] : blocks.map(nodeOf);
  return draftSchema.node('doc', null, Fragment.from(nodes));
}

export function blocksOf(document: Node): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  document.forEach((node) => {
    blocks.push(blockOf(node));
  });
  return blocks;
}

export function blockOf({ type, attrs, textContent: text }: Node): DraftBlock {
  const { level, role, source } = attrs;
  if (type !== heading) return { kind: 'paragraph', level: 0, text, source };
  return { kind: 'heading', level, text, source, ...(role && { role }) };
}

/** Where an offset of the draft's text (a block a line) stands in the document. */
export function positionOf(document: Node, offset: number): number {
  const at = locate(blocksOf(document), offset);
  let position = 0;
  for (let index = 0; index < at.block; index += 1) position += document.child(index).nodeSize;
  return position + 1 + at.offset;
}

/** The block in which a position of the document stands. */
export function blockAt(document: Node, position: number): number {
  return document.resolve(Math.min(position, document.content.size)).index(0);
}
