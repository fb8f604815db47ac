import { describe, expect, it } from 'vitest';
import { pairedPlace } from './linkedPlaces.ts';

const columns = [
  {
    sections: [
      { sectionIndex: -1, top: 0 },
      { sectionIndex: 0, top: 100 },
      { sectionIndex: 1, top: 300 },
    ],
    bottom: 500,
  },
  {
    sections: [
      { sectionIndex: -1, top: 0 },
      { sectionIndex: 0, top: 50 },
      { sectionIndex: 1, top: 150 },
    ],
    bottom: 950,
  },
];
// The first report's 1 is about what the second's 0 is about; its 0 stands alone.
const groups = [
  { id: 'g1', label: '一', members: [0, null] },
  { id: 'g2', label: '二', members: [1, 0] },
];

describe('the place that goes with a place in another column', () => {
  it('is as far into the paired section', () => {
    expect(pairedPlace(groups, columns, 0, 1, 400)).toBe(100);
    expect(pairedPlace(groups, columns, 1, 0, 50)).toBe(300);
  });

  it('is none where the other report has nothing of the kind', () => {
    expect(pairedPlace(groups, columns, 0, 1, 200)).toBeNull();
  });

  it('pairs what stands before the first heading', () => {
    expect(pairedPlace(groups, columns, 0, 1, 50)).toBe(25);
  });
});
