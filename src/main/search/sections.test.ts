import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partition, type SectionExtent } from './sections.ts';

const text = '乡'.repeat(30);
const extent = fc
  .tuple(fc.nat(29), fc.integer({ min: 1, max: 30 }), fc.constantFrom('review', 'plan', 'closing'))
  .map(
    ([start, length, role]): SectionExtent => ({
      start,
      end: Math.min(text.length, start + length),
      role,
    }),
  );

it('gives each part the section that begins last of those around it', () => {
  fc.assert(
    fc.property(fc.array(extent, { minLength: 1, maxLength: 12 }), (sections) => {
      for (const { start, role } of partition(text, [0, text.length], sections)) {
        const around = sections.filter((one) => one.start <= start && one.end > start);
        const latest = Math.max(...around.map((one) => one.start));
        const innermost = around.findLast((one) => one.start === latest);
        expect(role).toBe(innermost?.role ?? null);
      }
    }),
  );
});

it('takes an empty text for one part', () => {
  expect(partition('', [], undefined)).toHaveLength(1);
});
