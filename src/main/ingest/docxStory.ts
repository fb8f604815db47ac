import type { Numbering, ParagraphNumbering } from './docxNumbering.ts';
import { attribute, type SaxesTagNS, walkXml } from './xml.ts';

/** What stands in one part of a Word document: its body, or its notes. */
export interface Story {
  lines: string[];
  /** Lines of each footnote or endnote, by id. */
  notes: Map<string, string[]>;
  /** In the order in which the text refers to them. */
  footnoteIds: string[];
  endnoteIds: string[];
  /** A table of contents, which Word makes from the headings. */
  contents: string;
  hidden: string;
  revisions: number;
  comments: number;
  tables: number;
  textBoxes: number;
  pictures: number;
  /** Paragraphs whose number Word makes. */
  numbered: number;
}

const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

/** Left out with all they contain: deleted and moved-away text, the older twin of a text box, readings of ruby. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:rt',
  'w:pPrChange',
  'w:rPrChange',
]);
const REVISIONS = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

interface Paragraph {
  text: string;
  /** Text boxes anchored in it. */
  after: string[];
  /** Its mark is deleted: it runs on into the next. */
  runsOn: boolean;
  numbering: ParagraphNumbering;
}

/** Anything that holds paragraphs: the body, a cell, a text box, a note. */
interface Holder {
  lines: string[];
  carried: string;
}

interface Row {
  cells: string[];
  deleted: boolean;
}

interface Field {
  code: string;
  contents: boolean;
}

/** Reads `document.xml`, `footnotes.xml` or `endnotes.xml`. Throws IngestError. */
export function readStory(bytes: Uint8Array, startNumbering: () => Numbering): Story {
  const reader = new StoryReader(true, startNumbering());
  walkXml(bytes, reader);
  // A contents field that is never closed would swallow the report.
  if (!reader.openField) return reader.story();
  const plain = new StoryReader(false, startNumbering());
  walkXml(bytes, plain);
  return plain.story();
}

class StoryReader {
  readonly #body: Holder = { lines: [], carried: '' };
  readonly #holders: Holder[] = [this.#body];
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: string[][] = [];
  readonly #rows: Row[] = [];
  readonly #fields: Field[] = [];
  readonly #path: string[] = [];
  readonly #splitContents: boolean;
  readonly #numbering: Numbering;
  readonly #found: Story = {
    lines: this.#body.lines,
    notes: new Map(),
    footnoteIds: [],
    endnoteIds: [],
    contents: '',
    hidden: '',
    revisions: 0,
    comments: 0,
    tables: 0,
    textBoxes: 0,
    pictures: 0,
    numbered: 0,
  };
  #skipping = 0;
  #hidden = false;
  #text: { preserve: boolean; value: string } | undefined;
  #fieldCode = false;

  constructor(splitContents: boolean, numbering: Numbering) {
    this.#splitContents = splitContents;
    this.#numbering = numbering;
  }

  get openField(): boolean {
    return this.#fields.some((field) => field.contents);
  }

  story(): Story {
    return this.#found;
  }

  readonly open = (tag: SaxesTagNS): void => {
    const name = `${PREFIXES[tag.uri] ?? '?'}:${tag.local}`;
    const parent = this.#path.at(-1);
    const grandparent = this.#path.at(-2);
    this.#path.push(name);
    // Inside w:rPr and w:trPr, w:del and w:ins speak of the paragraph’s mark or of the row.
    const ofProperties = parent === 'w:rPr' || parent === 'w:trPr';
    if (REVISIONS.has(name) && this.#skipping === 0) this.#found.revisions += 1;
    if (SKIPPED.has(name) && !ofProperties) this.#skipping += 1;
    if (this.#skipping > 0) return;

    switch (name) {
      case 'w:p':
        this.#paragraphs.push({
          text: '',
          after: [],
          runsOn: false,
          numbering: { style: null, numId: null, level: null },
        });
        break;
      case 'w:pStyle':
      case 'w:numId':
      case 'w:ilvl':
        this.#setNumbering(name, attribute(tag, 'val') ?? '');
        break;
      case 'w:del':
        this.#markDeleted(parent, grandparent);
        break;
      case 'w:vanish':
        if (parent === 'w:rPr' && grandparent === 'w:r' && isOn(tag)) this.#hidden = true;
        break;
      case 'w:t':
      case 'm:t':
        this.#text = { preserve: attribute(tag, 'space') === 'preserve', value: '' };
        break;
      case 'w:tab':
        if (parent === 'w:r') this.#write('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.#write('\n');
        break;
      case 'w:noBreakHyphen':
        this.#write('-');
        break;
      case 'w:sym':
        this.#write(symbol(tag));
        break;
      case 'w:tbl':
        this.#tables.push([]);
        this.#found.tables += 1;
        break;
      case 'w:tr':
        this.#rows.push({ cells: [], deleted: false });
        break;
      case 'w:tc':
        this.#holders.push({ lines: [], carried: '' });
        break;
      case 'w:txbxContent':
        this.#holders.push({ lines: [], carried: '' });
        this.#found.textBoxes += 1;
        break;
      case 'w:footnote':
      case 'w:endnote':
        this.#holders.push({ lines: [], carried: '' });
        this.#found.notes.set(attribute(tag, 'id') ?? '', this.#holder().lines);
        break;
      case 'w:footnoteReference':
        this.#found.footnoteIds.push(attribute(tag, 'id') ?? '');
        break;
      case 'w:endnoteReference':
        this.#found.endnoteIds.push(attribute(tag, 'id') ?? '');
        break;
      case 'w:commentReference':
        this.#found.comments += 1;
        break;
      case 'w:drawing':
      case 'w:pict':
        this.#found.pictures += 1;
        break;
      case 'w:instrText':
        this.#fieldCode = true;
        break;
      case 'w:fldChar':
        this.#turnField(attribute(tag, 'fldCharType'));
        break;
    }
  };

  readonly text = (part: string): void => {
    if (this.#skipping > 0) return;
    if (this.#text) this.#text.value += part;
    const field = this.#fields.at(-1);
    if (this.#fieldCode && field && field.code.length < 200) field.code += part;
  };

  readonly close = (): void => {
    const name = this.#path.pop() ?? '';
    const parent = this.#path.at(-1);
    if (SKIPPED.has(name) && parent !== 'w:rPr' && parent !== 'w:trPr') {
      this.#skipping -= 1;
      return;
    }
    if (this.#skipping > 0) return;

    switch (name) {
      case 'w:t':
      case 'm:t': {
        const { preserve = true, value = '' } = this.#text ?? {};
        this.#text = undefined;
        this.#write(preserve ? value : value.trim());
        break;
      }
      case 'w:r':
        this.#hidden = false;
        break;
      case 'w:instrText':
        this.#fieldCode = false;
        break;
      case 'w:p':
        this.#endParagraph();
        break;
      case 'w:tc':
        this.#rows.at(-1)?.cells.push(this.#closeHolder().join(' '));
        break;
      case 'w:tr': {
        const row = this.#rows.pop();
        const line = row?.cells.join('\t').trimEnd();
        if (line && !row?.deleted) this.#tables.at(-1)?.push(line);
        break;
      }
      case 'w:tbl':
        this.#holder().lines.push(...(this.#tables.pop() ?? []));
        break;
      case 'w:txbxContent': {
        const lines = this.#closeHolder();
        (this.#paragraphs.at(-1)?.after ?? this.#holder().lines).push(...lines);
        break;
      }
      case 'w:footnote':
      case 'w:endnote':
        this.#closeHolder();
        break;
    }
  };

  #holder(): Holder {
    return this.#holders.at(-1) ?? this.#body;
  }

  #closeHolder(): string[] {
    const holder = this.#holders.length > 1 ? this.#holders.pop() : undefined;
    if (!holder) return [];
    if (holder.carried) holder.lines.push(holder.carried);
    return holder.lines;
  }

  #write(text: string): void {
    if (this.#splitContents && this.#fields.some((field) => field.contents)) {
      this.#found.contents += text;
      return;
    }
    if (this.#hidden) {
      this.#found.hidden += text;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.text += text;
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    if (this.openField && this.#found.contents !== '') this.#found.contents += '\n';
    const holder = this.#holder();
    const label = paragraph.runsOn ? '' : this.#numbering.labelOf(paragraph.numbering);
    if (label !== '') this.#found.numbered += 1;
    const body = holder.carried + paragraph.text;
    const text = body.trim() === '' ? '' : joinLabel(label, body);
    holder.carried = paragraph.runsOn ? body : '';
    if (!paragraph.runsOn && text.trim() !== '') holder.lines.push(text.trimEnd());
    holder.lines.push(...paragraph.after);
  }

  #setNumbering(name: string, value: string): void {
    const numbering = this.#paragraphs.at(-1)?.numbering;
    if (!numbering) return;
    if (name === 'w:pStyle') numbering.style = value;
    else if (name === 'w:numId') numbering.numId = value;
    else numbering.level = Number(value) || 0;
  }

  #markDeleted(parent: string | undefined, grandparent: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1);
    const row = this.#rows.at(-1);
    if (parent === 'w:trPr' && row) row.deleted = true;
    else if (grandparent === 'w:pPr' && paragraph) paragraph.runsOn = true;
  }

  #turnField(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === 'begin') this.#fields.push({ code: '', contents: false });
    else if (type === 'separate' && field) field.contents = /^\s*TOC\b/i.test(field.code);
    else if (type === 'end') this.#fields.pop();
  }
}

/** “一、” + “工作回顾” without a space, as it is printed; “a” + “项目” with one. */
function joinLabel(label: string, text: string): string {
  return /[0-9A-Za-z]$/.test(label) ? `${label} ${text}` : label + text;
}

/** `<w:vanish/>` is on, `<w:vanish w:val="false"/>` off. */
function isOn(tag: SaxesTagNS): boolean {
  return !['0', 'false', 'off'].includes(attribute(tag, 'val') ?? '');
}

function symbol(tag: SaxesTagNS): string {
  const code = Number.parseInt(attribute(tag, 'char') ?? '', 16);
  return code > 0x1f && code < 0xfffe ? String.fromCharCode(code) : '';
}
