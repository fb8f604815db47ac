/**
 * Radicals and rare characters that fonts draw with the glyph of an everyday one. A font that draws 民 and ⺠ with one glyph
 * makes a pdf give back the radical; Unicode has no compatibility form for most of
 * them, and the traditional one (戶) for ⼾.
 */
const LOOKALIKES =
  '⺎兀⺒巳⺓幺⺝月⺟母⺠民⺻聿⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻲亀⻳龟⻣骨⻪黾⼾户㬵胶';

const CHARACTERS = new Map<string, string>();
{
  const all = [...LOOKALIKES];
  for (let index = 0; index + 1 < all.length; index += 2) {
    CHARACTERS.set(all[index] ?? '', all[index + 1] ?? '');
  }
}

/** “⼯作” (U+2F2F) becomes “工作”: extraction of a pdf only, where the radical is an accident of the font. */
export function replaceRadicals(text: string): string {
  return text.replace(
    /[\u2e80-\u2fd5\u3b35\uf900-\ufaff]/g,
    (radical) => CHARACTERS.get(radical) ?? radical.normalize('NFKC'),
  );
}
