import { z } from 'zod';
import { CATEGORY_COLOURS, CATEGORY_SHAPES, LONGEST_CATEGORY_NAME } from './category.ts';

export const categoryNameSchema = z.string().trim().min(1).max(LONGEST_CATEGORY_NAME);

/** A `NoteCategory` as it travels. */
export const noteCategorySchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: categoryNameSchema,
  shape: z.enum(CATEGORY_SHAPES),
  colour: z.enum(CATEGORY_COLOURS),
  retired: z.boolean().optional(),
});
