import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportFindings } from './libraryStore.ts';
import { packFigures, unpackFigures } from './packedFigures.ts';

type Figures = ReportFindings['figures'];

/** Any readings: every key may be missing from some of them. */
const figures = fc.record({
  readings: fc.array(
    fc.record(
      {
        start: fc.nat(),
        end: fc.nat(),
        key: fc.option(fc.constantFrom('I28', 'I01')),
        name: fc.string({ unit: 'grapheme' }),
        value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
        upperValue: fc.integer(),
        clause: fc.record({ start: fc.nat(), end: fc.nat() }),
        certain: fc.boolean(),
      },
      { requiredKeys: ['start', 'end'] },
    ),
  ),
  unsure: fc.array(fc.record({ start: fc.nat(), end: fc.nat(), reason: fc.string() })),
}) as unknown as fc.Arbitrary<Figures>;

describe('figures in the file', () => {
  it('come back as they were stored', () => {
    fc.assert(
      fc.property(figures, (given) => {
        const read = unpackFigures(packFigures(given));
        expect(read).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  it('keep what is missing apart from what is null', () => {
    const given = { readings: [{ value: null }, { value: 1, upperValue: 2 }], unsure: [] };
    const read = unpackFigures(packFigures(given as unknown as Figures));
    expect(read).toStrictEqual(given);
  });

  it('are read as earlier versions wrote them', () => {
    const given = { readings: [{ start: 3, value: null }], unsure: [] } as unknown as Figures;
    expect(unpackFigures({ packed: JSON.stringify(given) })).toEqual(given);
  });
});
