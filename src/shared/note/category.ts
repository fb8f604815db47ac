/** Shapes that hold in black and white; each category has one of its own. */
export const CATEGORY_SHAPES = [
  'circle',
  'triangle',
  'square',
  'diamond',
  'star',
  'plus',
  'wedge',
  'bar',
] as const;
export type CategoryShape = (typeof CATEGORY_SHAPES)[number];

/** Inks that can be read on paper and on both grounds of the window (4.5 : 1 at least). */
export const CATEGORY_COLOURS = [
  'green',
  'amber',
  'blue',
  'purple',
  'teal',
  'crimson',
  'brown',
  'slate',
] as const;
export type CategoryColour = (typeof CATEGORY_COLOURS)[number];

/** A shape as the path of an SVG drawing of 12 by 12. */
export const SHAPE_PATHS: Readonly<Record<CategoryShape, string>> = {
  circle: 'M6 1a5 5 0 1 1 0 10A5 5 0 1 1 6 1z',
  triangle: 'M6 1 11.5 11H.5z',
  square: 'M1.5 1.5h9v9h-9z',
  diamond: 'M6 .5 11.5 6 6 11.5.5 6z',
  star: 'M6 .4 7.5 4.2l4 .3-3.1 2.6 1 3.9L6 8.9 2.6 11l1-3.9L.5 4.5l4-.3z',
  plus: 'M4.2 1h3.6v3.2H11v3.6H7.8V11H4.2V7.8H1V4.2h3.2z',
  wedge: 'M.5 1h11L6 11z',
  bar: 'M.5 4h11v4H.5z',
};

/** Chinese names, for choosing. */
export const SHAPE_NAMES: Readonly<Record<CategoryShape, string>> = {
  circle: '圆',
  triangle: '三角',
  square: '方',
  diamond: '菱形',
  star: '星',
  plus: '十字',
  wedge: '倒三角',
  bar: '横条',
};
export const COLOUR_NAMES: Readonly<Record<CategoryColour, string>> = {
  green: '绿',
  amber: '琥珀',
  blue: '蓝',
  purple: '紫',
  teal: '青',
  crimson: '红',
  brown: '褐',
  slate: '灰蓝',
};

export const LONGEST_CATEGORY_NAME = 8;

export interface NoteCategory {
  /** Stays through every change of name; that of the four is the name they came with. */
  id: string;
  name: string;
  shape: CategoryShape;
  colour: CategoryColour;
  /** Taken off the list; notes that have it keep it. */
  retired?: boolean | undefined;
}

/** What every library starts with. A brief lists 借鉴 among the points to borrow, 存疑 and 核对 among those to check. */
export const DEFAULT_CATEGORIES: readonly NoteCategory[] = [
  { id: '借鉴', name: '借鉴', shape: 'circle', colour: 'green' },
  { id: '存疑', name: '存疑', shape: 'triangle', colour: 'amber' },
  { id: '核对', name: '核对', shape: 'square', colour: 'blue' },
  { id: '引用', name: '引用', shape: 'diamond', colour: 'purple' },
];

/** As many as there are shapes; keys 1 to 8 choose them. */
export const MOST_CATEGORIES = CATEGORY_SHAPES.length;

/** Why these categories cannot be told apart, as one sentence; undefined where they can. */
export function findCategoryFault(categories: readonly NoteCategory[]): string | undefined {
  const own = categories.filter(({ retired }) => retired !== true);
  const differ = (value: (category: NoteCategory) => string) =>
    new Set(own.map(value)).size === own.length;
  if (own.length === 0) return '至少要留一个类别，没有改动。';
  if (own.length > MOST_CATEGORIES) return `类别最多${MOST_CATEGORIES}个，没有改动。`;
  if (!differ(({ name }) => name)) return '有两个类别同名，没有改动。';
  if (!differ(({ shape }) => shape)) return '有两个类别形状相同，没有改动。';
  if (new Set(categories.map(({ id }) => id)).size !== categories.length) {
    return '有两个类别编号相同，没有改动。';
  }
  return undefined;
}
