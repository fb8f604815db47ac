import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { decodeRaw } from './decode.ts';
import type { Extraction, ReadOptions } from './extraction.ts';
import { IngestError } from './failures.ts';
import { LARGEST_HTML_BYTES, megabytes } from './limits.ts';
import { isMenu, NEVER_TEXT } from './pageMenu.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Text of the page rather than of the report: kept beside the document. */
const FURNITURE = new Set(
  'nav footer aside button select option textarea input dialog menu'.split(' '),
);
const BLOCKS = new Set(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

const LONGEST_DATA_ROW = 300;
const MOST_NODES_OF_ROW = 400;

const LONGEST_COLUMN = 8;

/**
 * The text of a saved web page, by a parser that runs nothing and fetches nothing.
 *
 * Blocks and rows of tables become lines, cells are set apart by a tab, addresses of links are not text.
 * Navigation, footers and hidden passages are put beside the document.
 */
export function readHtml(bytes: Uint8Array, options: ReadOptions): Extraction {
  if (bytes.length > LARGEST_HTML_BYTES) {
    throw new IngestError('too-large', `网页文件上限为 ${megabytes(LARGEST_HTML_BYTES)}`);
  }
  const { text: source, encoding, notices } = decodeRaw(bytes, options.encoding);
  const document = parse(source);
  const body = new LineWriter();
  const furniture = new LineWriter();
  const found = { title: '', scripts: 0, headings: false };
  walk(document, body, furniture, found);

  const lines = body.lines();
  const aside = furniture.lines();
  const title = titleLine(found.title);
  const isTold = isColumn(title, aside) || lines.slice(0, 30).some((line) => line.includes(title));
  if (title && !found.headings && !isTold) {
    lines.unshift(title);
  }
  const text = lines.join('\n');
  const left = aside.join('\n');
  if (found.scripts > 0) {
    notices.push({
      code: 'scripts-dropped',
      message: `网页中的 ${found.scripts} 段程序没有执行，也没有读入；链接不会自动打开`,
    });
  }
  return {
    format: 'html',
    encoding,
    text,
    extracted: left ? `${text}\n${left}` : text,
    discarded: left ? [{ text: left, reason: '网页的导航、页脚或隐藏文字' }] : [],
    notices,
  };
}

/** Without the name of the site: “2019年昌城镇政府工作报告_政务公开_诸城市人民政府” → its first part. */
function titleLine(title: string): string {
  return collapse(title).split(/\s*[_|｜]\s*|\s+[-–—]\s+/)[0] ?? '';
}

/** Pages of a column are titled by it at times (政务公开), which is a word of their menu too. */
function isColumn(title: string, menu: readonly string[]): boolean {
  const isShort = title.length <= LONGEST_COLUMN && !title.includes('报告');
  return isShort && menu.some((line) => line.split(/[\s>＞|｜]+/u).includes(title));
}

function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim();
}

/** Collects running text into lines; white space as a browser shows it. */
class LineWriter {
  readonly #done: string[] = [];
  #line = '';

  write(text: string, preserve: boolean): void {
    if (!preserve) {
      this.#line += text.replace(/[ \t\r\n\f\u00a0]+/g, ' ');
      return;
    }
    const parts = text.split(/\r\n|[\r\n]/);
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.end();
      this.#line += part;
    }
  }

  cell(): void {
    if (this.#line.trim() !== '') this.#line = `${this.#line.trimEnd()}\t`;
  }

  end(): void {
    const line = this.#line
      .replace(/ {2,}/g, ' ')
      .replace(/\t /g, '\t')
      .replace(/^ +|[ \t]+$/g, '');
    if (line !== '') this.#done.push(line);
    this.#line = '';
  }

  lines(): string[] {
    this.end();
    return this.#done;
  }
}

interface Found {
  title: string;
  scripts: number;
  headings: boolean;
}

interface Step {
  node: Node;
  writer: LineWriter;
  preserve: boolean;
  inRow: boolean;
  /** True when the children are done and only the closing of the element is left. */
  closing: boolean;
}

/** Iterative: a page may nest a hundred thousand elements. */
function walk(root: Node, body: LineWriter, furniture: LineWriter, found: Found): void {
  const steps: Step[] = [
    { node: root, writer: body, preserve: false, inRow: false, closing: false },
  ];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, writer } = step;
    if (step.closing) {
      close(node.nodeName, step);
      continue;
    }
    if ('value' in node && node.nodeName === '#text') {
      writer.write(node.value, step.preserve);
      continue;
    }
    if (!('childNodes' in node)) continue;
    if (node.nodeName === 'head') found.title = textOfTitle(node);
    if (node.nodeName === 'script') found.scripts += 1;
    if (NEVER_TEXT.has(node.nodeName)) {
      if (node.nodeName === 'head') found.scripts += countScripts(node);
      continue;
    }
    if (node.nodeName === 'h1' || node.nodeName === 'h2') found.headings = true;
    const aside = FURNITURE.has(node.nodeName) || isHidden(node) || isMenu(node);
    const next: Step = {
      node,
      writer: aside ? furniture : writer,
      preserve: step.preserve || node.nodeName === 'pre',
      inRow: node.nodeName === 'tr' ? isDataRow(node) : step.inRow,
      closing: false,
    };
    open(node.nodeName, next);
    steps.push({ ...next, closing: true });
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child) steps.push({ ...next, node: child });
    }
  }
}

/**
 * Whether a row holds figures, or the page: many sites lay the whole article out in one cell. A row of figures is
 * short and holds no table.
 */
function isDataRow(row: Node): boolean {
  const nodes: Node[] = [row];
  let characters = 0;
  for (let seen = 0; nodes.length > 0; seen += 1) {
    const node = nodes.pop();
    if (!node || seen > MOST_NODES_OF_ROW || node.nodeName === 'table') return false;
    if ('value' in node) characters += node.value.trim().length;
    if (characters > LONGEST_DATA_ROW) return false;
    if ('childNodes' in node) nodes.push(...node.childNodes.slice(0, MOST_NODES_OF_ROW));
  }
  return true;
}

/** Paragraphs and line breaks inside a row of figures stay on its line. */
function open(name: string, { writer, inRow }: Step): void {
  if (!BLOCKS.has(name) && name !== 'br') return;
  if (inRow && name !== 'tr') writer.write(' ', false);
  else writer.end();
}

function close(name: string, { writer, inRow }: Step): void {
  const isCell = name === 'td' || name === 'th';
  if (isCell && inRow) writer.cell();
  else if (isCell || (BLOCKS.has(name) && (!inRow || name === 'tr'))) writer.end();
  else if (BLOCKS.has(name)) writer.write(' ', false);
}

function isHidden(node: object): boolean {
  if (!('attrs' in node)) return false;
  for (const { name, value } of (node as Element).attrs) {
    if (name === 'hidden') return true;
    if (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)) return true;
  }
  return false;
}

function textOfTitle(head: Element | DefaultTreeAdapterTypes.ParentNode): string {
  for (const child of head.childNodes) {
    if (child.nodeName !== 'title' || !('childNodes' in child)) continue;
    return child.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  }
  return '';
}

function countScripts(head: DefaultTreeAdapterTypes.ParentNode): number {
  return head.childNodes.filter((child) => child.nodeName === 'script').length;
}
