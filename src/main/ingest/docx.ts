import type { DiscardedText, Notice } from '../../shared/report/report.ts';
import { Numbering } from './docxNumbering.ts';
import { readStory, type Story } from './docxStory.ts';
import type { Extraction } from './extraction.ts';
import { IngestError } from './failures.ts';
import { attribute, walkXml } from './xml.ts';
import type { Package } from './zip.ts';

const MAIN_PART = 'word/document.xml';

/**
 * The text of a Word document, as it reads after accepting all revisions: paragraphs and rows of tables as lines,
 * text boxes after the paragraph they hang on, footnotes and endnotes at the end.
 *
 * Only the document itself, its notes, and the lists and styles that number its headings are opened; macros, embedded objects, templates and links are not.
 */
export async function readDocx(parts: Package): Promise<Extraction> {
  const name = await findMainPart(parts);
  const bytes = await parts.read(name);
  if (!bytes) throw new IngestError('damaged-document', '缺少正文部分');
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const lists = await parts.read(`${folder}numbering.xml`);
  const styles = await parts.read(`${folder}styles.xml`);
  const body = readStory(bytes, () => new Numbering(lists, styles));
  const notes = [
    ...(await readNotes(parts, folder, 'footnotes', body.footnoteIds)),
    ...(await readNotes(parts, folder, 'endnotes', body.endnoteIds)),
  ];
  if (body.lines.length === 0 && notes.length === 0) {
    if (body.pictures > 0) throw new IngestError('scanned-document', '里只有图片，没有文字');
    throw new IngestError('no-body', '里没有文字');
  }
  const text = [...body.lines, ...notes].join('\n');
  return {
    format: 'docx',
    encoding: null,
    text,
    extracted: text,
    discarded: listDiscarded(body),
    notices: listNotices(body, notes.length, parts),
  };
}

/** Named in the package’s relations; some programs write word/document2.xml. */
async function findMainPart(parts: Package): Promise<string> {
  const relations = await parts.read('_rels/.rels');
  let found: string | undefined;
  if (relations) {
    walkXml(relations, {
      open: (tag) => {
        if (!attribute(tag, 'Type')?.endsWith('/officeDocument')) return;
        found ??= attribute(tag, 'Target')?.replace(/^\//, '');
      },
    });
  }
  return found && parts.has(found) ? found : MAIN_PART;
}

async function readNotes(
  parts: Package,
  folder: string,
  kind: 'footnotes' | 'endnotes',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const bytes = await parts.read(`${folder}${kind}.xml`);
  if (!bytes) return [];
  const { notes } = readStory(bytes, () => new Numbering(undefined, undefined));
  return ids.flatMap((id, index) => {
    const text = notes.get(id)?.join('').trim();
    return text ? [`注${index + 1}：${text}`] : [];
  });
}

function listDiscarded(body: Story): DiscardedText[] {
  const discarded: DiscardedText[] = [];
  if (body.contents) discarded.push({ text: body.contents, reason: '目录' });
  if (body.hidden) discarded.push({ text: body.hidden, reason: '隐藏文字' });
  return discarded;
}

function listNotices(body: Story, notes: number, parts: Package): Notice[] {
  const notices: Notice[] = [];
  const add = (count: number, code: string, message: string) => {
    if (count > 0) notices.push({ code, message });
  };
  add(
    body.revisions,
    'revisions-accepted',
    `文档带有修订 ${body.revisions} 处，已按“接受全部修订”后的文字读入`,
  );
  add(body.comments, 'comments-dropped', `文档中的批注 ${body.comments} 条没有读入`);
  add(body.tables, 'tables-as-lines', `表格 ${body.tables} 个已按行转成文字`);
  add(body.textBoxes, 'text-boxes-kept', `文本框 ${body.textBoxes} 个的文字接在所在段落之后`);
  add(body.numbered, 'numbers-written', `Word 自动编号 ${body.numbered} 处已写成文字`);
  add(notes, 'notes-kept', `脚注、尾注 ${notes} 条列在正文之后`);
  add(body.hidden.length, 'hidden-text', '隐藏文字没有计入正文，可另行查看');
  const macros = parts.names.some((name) => /vbaProject\.bin$/i.test(name));
  add(macros ? 1 : 0, 'macros-ignored', '文档带有宏，没有执行，也没有读入');
  return notices;
}
