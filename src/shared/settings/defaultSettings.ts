import type { Settings } from '../contract/routes/settings.ts';
import { DEFAULT_CATEGORIES } from '../note/category.ts';

/** What is in force until the person has said otherwise. */
export const DEFAULT_SETTINGS: Settings = {
  author: '',
  standardPunctuation: true,
  theme: 'system',
  homeLocality: '',
  readingPace: 250,
  panelWidths: {},
  categories: [...DEFAULT_CATEGORIES],
};
