/** Texts side by side: more columns than this cannot be read. */
export const MOST_SIDE_BY_SIDE = 4;
/** Columns of the figures table. */
export const MOST_IN_FIGURES = 8;
