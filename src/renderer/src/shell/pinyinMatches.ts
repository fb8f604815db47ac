import { pinyin } from 'pinyin-pro';
import { containsWords } from './paletteOptions.ts';

const kept = new Map<string, string[]>();

/** The readings that can be typed for a text: 皇华镇 → “hhz” and “huanghuazhen”. */
function typedForms(text: string): string[] {
  const known = kept.get(text);
  if (known) return known;
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  const whole = pinyin(text, { toneType: 'none', type: 'array', v: true }).join('');
  const forms = [initials.toLowerCase(), whole.toLowerCase()];
  kept.set(text, forms);
  return forms;
}

/** True where the text holds the typed words, or its pinyin or pinyin initials hold them. */
export function matchesWordsOrInitials(text: string, typed: string): boolean {
  if (containsWords(text, typed)) return true;
  if (!/^[a-z]+$/i.test(typed)) return false;
  return typedForms(text).some((form) => form.includes(typed.toLowerCase()));
}
