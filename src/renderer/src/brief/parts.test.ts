import { describe, expect, it } from 'vitest';
import type { BriefDraft } from './draft.ts';
import { arrange, arrangementOf, listParts, moveItem, togglePart } from './parts.ts';

const draft: BriefDraft = {
  title: '三镇',
  documents: ['a'],
  parts: ['indicators', 'topics', 'annotations', 'sources'],
};

describe('the parts of a brief', () => {
  it('are those of an older brief, each by itself', () => {
    expect(arrangementOf(draft)).toEqual({
      parts: ['editor-note', 'indicators', 'topics', 'borrow', 'check', 'sources'],
      withNotes: true,
    });
  });

  it('come through being arranged unchanged', () => {
    const arranged = arrange(draft, arrangementOf(draft));
    expect(arrangementOf(arranged)).toEqual(arrangementOf(draft));
    const without = { ...arrangementOf(draft), withNotes: false };
    expect(arrangementOf(arrange(draft, without))).toEqual(without);
  });

  it('go out, and come in again where they usually stand', () => {
    const all = arrangementOf(draft);
    const out = togglePart(all, 'borrow');
    expect(out.parts).not.toContain('borrow');
    expect(listParts(out).at(-2)).toBe('borrow');
    expect(togglePart(out, 'borrow')).toEqual(all);
    expect(togglePart(all, 'glossary').parts.at(-1)).toBe('glossary');
  });

  it('move by one place, and not beyond the ends', () => {
    expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(moveItem(['a', 'b'], 0, 1)).toEqual(['b', 'a']);
    expect(moveItem(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moveItem(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  });
});
