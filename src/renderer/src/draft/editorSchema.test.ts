import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DraftBlock, draftText } from '../../../shared/draft/blocks.ts';
import { blockAt, blocksOf, documentOf, positionOf } from './editorSchema.ts';

const source = {
  documentId: 'a',
  start: 0,
  end: 4,
  label: '昌城镇2019年报告·任务（三）',
  quote: '修了路。',
};
const block: fc.Arbitrary<DraftBlock> = fc
  .record({
    heading: fc.boolean(),
    level: fc.integer({ min: 1, max: 4 }),
    text: fc.string(),
    quoted: fc.boolean(),
    role: fc.constantFrom(undefined, 'review' as const),
  })
  .map(({ heading, level, text, quoted, role }) =>
    heading
      ? { kind: 'heading', level, text, source: quoted ? source : null, ...(role && { role }) }
      : { kind: 'paragraph', level: 0, text, source: quoted ? source : null },
  );

it('gives back the blocks it was made from', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1 }), (blocks) => {
      expect(blocksOf(documentOf(blocks))).toEqual(blocks);
    }),
  );
});

it('finds each place of the draft’s text in the document', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1 }), fc.nat(), (blocks, any) => {
      const text = draftText(blocks);
      const offset = any % (text.length + 1);
      const document = documentOf(blocks);
      const position = positionOf(document, offset);
      expect(document.textBetween(0, position, '\n')).toBe(text.slice(0, offset));
      expect(blockAt(document, position)).toBe(text.slice(0, offset).split('\n').length - 1);
    }),
  );
});
