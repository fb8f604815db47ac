import { formatNumber } from './listNumbers.ts';
import { attribute, walkXml } from './xml.ts';

/** What a paragraph says of its own numbering; null where it leaves that to its style. */
export interface ParagraphNumbering {
  style: string | null;
  /** “0” takes the numbering of the style away. */
  numId: string | null;
  level: number | null;
}

interface Level {
  start: number;
  format: string;
  /** “%1、” or “（%2）”. */
  pattern: string;
}

interface List {
  /** Lists of one definition count on from each other. */
  definition: string;
  levels: Map<number, Level>;
}

interface Style {
  basedOn: string | null;
  numId: string | null;
  level: number | null;
}

const DEEPEST_LEVEL = 8;
const LONGEST_STYLE_CHAIN = 20;

/**
 * The automatic numbers of a Word document, which stand in no text: “一、”, “（一）”, “1.”. Asked once a paragraph, in
 * the order of the document. Bullets give no label.
 */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #counters = new Map<string, (number | undefined)[]>();

  constructor(numberingXml: Uint8Array | undefined, stylesXml: Uint8Array | undefined) {
    this.#lists = numberingXml ? readLists(numberingXml) : new Map();
    this.#styles = numberingXml && stylesXml ? readStyles(stylesXml) : new Map();
  }

  /** '' for a paragraph without a number. */
  labelOf(paragraph: ParagraphNumbering): string {
    const { numId, level } = this.#resolve(paragraph);
    const list = numId === null ? undefined : this.#lists.get(numId);
    const own = list?.levels.get(level);
    if (!list || !own) return '';
    const counters = this.#countersOf(list);
    counters[level] = (counters[level] ?? own.start - 1) + 1;
    counters.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.pattern.replace(/%([1-9])/g, (_mark, digit: string) => {
      const at = Number(digit) - 1;
      const shown = list.levels.get(at);
      return formatNumber(counters[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal');
    });
  }

  #countersOf(list: List): (number | undefined)[] {
    const counters = this.#counters.get(list.definition) ?? [];
    this.#counters.set(list.definition, counters);
    return counters;
  }

  #resolve(paragraph: ParagraphNumbering): { numId: string | null; level: number } {
    let { numId, level } = paragraph;
    let name = paragraph.style;
    for (let count = 0; name !== null && count < LONGEST_STYLE_CHAIN; count += 1) {
      const style = this.#styles.get(name);
      numId ??= style?.numId ?? null;
      level ??= style?.level ?? null;
      name = style?.basedOn ?? null;
    }
    return { numId, level: Math.min(Math.max(level ?? 0, 0), DEEPEST_LEVEL) };
  }
}

function readLists(bytes: Uint8Array): Map<string, List> {
  const definitions = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels: Map<number, Level> | undefined;
  let level: Level | undefined;
  let numId = '';
  let overridden = 0;
  walkXml(bytes, {
    open: (tag) => {
      const value = attribute(tag, 'val') ?? '';
      switch (tag.local) {
        case 'abstractNum':
          levels = new Map();
          definitions.set(attribute(tag, 'abstractNumId') ?? '', levels);
          break;
        case 'lvl':
          level = { start: 1, format: 'decimal', pattern: '' };
          levels?.set(Number(attribute(tag, 'ilvl')) || 0, level);
          break;
        case 'start':
          if (level) level.start = Number(value) || 0;
          break;
        case 'numFmt':
          if (level) level.format = value;
          break;
        case 'lvlText':
          if (level) level.pattern = value;
          break;
        case 'num':
          numId = attribute(tag, 'numId') ?? '';
          levels = undefined;
          break;
        case 'abstractNumId': {
          const defined = definitions.get(value);
          if (defined) lists.set(numId, { definition: value, levels: new Map(defined) });
          break;
        }
        case 'lvlOverride': {
          overridden = Number(attribute(tag, 'ilvl')) || 0;
          levels = lists.get(numId)?.levels;
          break;
        }
        case 'startOverride': {
          // Counts anew: a list of its own from here on.
          const list = lists.get(numId);
          const before = list?.levels.get(overridden);
          if (!list || !before) break;
          list.definition = `own ${numId}`;
          list.levels.set(overridden, { ...before, start: Number(value) || 0 });
          break;
        }
      }
    },
    close: (tag) => {
      if (tag.local === 'lvl') level = undefined;
    },
  });
  return lists;
}

function readStyles(bytes: Uint8Array): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  walkXml(bytes, {
    open: (tag) => {
      const value = attribute(tag, 'val') ?? '';
      if (tag.local === 'style') {
        style = { basedOn: null, numId: null, level: null };
        styles.set(attribute(tag, 'styleId') ?? '', style);
      } else if (style && tag.local === 'basedOn') style.basedOn = value;
      else if (style && tag.local === 'numId') style.numId = value;
      else if (style && tag.local === 'ilvl') style.level = Number(value) || 0;
    },
    close: (tag) => {
      if (tag.local === 'style') style = undefined;
    },
  });
  return styles;
}
