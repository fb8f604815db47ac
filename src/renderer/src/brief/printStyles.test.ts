import { expect, it } from 'vitest';
import { scopedPrintStyles } from './printStyles.ts';

it('turns the rules for the printed page to the sheet and leaves no rule for the window', () => {
  for (const layout of ['brief', 'comparison'] as const) {
    const css = scopedPrintStyles(layout);
    expect(css.startsWith('@scope (.brief-sheet) {')).toBe(true);
    expect(css).not.toMatch(/^\s*body\b/m);
    expect(css).not.toContain(':root');
    expect(css).toMatch(/^:scope \{\n {2}font:/m);
    expect(css).toContain('var(--body)');
  }
});
