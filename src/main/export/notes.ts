import type { Annotation } from '../../shared/contract/schemas/annotation.ts';
import type { PassageAnchor } from '../../shared/text/anchor/anchor.ts';
import { toWebAnnotation } from '../../shared/text/anchor/webAnnotation.ts';

export interface NoteToWrite {
  annotation: Annotation;
  /** From when the place was last sure. */
  anchor: PassageAnchor;
  /** Of the report, and its text as it is now. */
  title: string;
  text: string;
  /** 昌城镇2019年报告·2018年工作回顾; null where the place is not sure. */
  place: string | null;
}

export type NoteFormat = 'txt' | 'md' | 'json';

const UNSURE: Record<Annotation['state'], string | null> = {
  anchored: null,
  review: '位置待确认',
  orphaned: '失锚',
};

/** The notes as one file, in the order given; a report's heading stands before the first of its notes. */
export function renderNotes(notes: readonly NoteToWrite[], format: NoteFormat): string {
  switch (format) {
    case 'txt':
      // Older editors on Windows know the encoding by the mark, and lines by both characters.
      return `\uFEFF${renderText(notes).replaceAll(/\r?\n/gu, '\r\n')}`;
    case 'md':
      return renderMarkdown(notes);
    case 'json':
      return `${JSON.stringify(notes.map(toExchange), null, 2)}\n`;
  }
}

function renderText(notes: readonly NoteToWrite[]): string {
  const lines = [`批注（${notes.length} 条）`];
  notes.forEach((note, index) => {
    const { annotation, anchor, title, place } = note;
    if (beginsReport(notes, index)) lines.push('', `《${title}》`);
    lines.push('', `${index + 1}. ${[headOf(note), annotation.note].filter(Boolean).join(' ')}`);
    lines.push(`原文：${anchor.quote}`);
    if (place !== null) lines.push(`出处：${place}`);
    if (annotation.tags.length > 0) lines.push(`标签：${annotation.tags.join('、')}`);
    lines.push(signatureOf(annotation));
  });
  return `${lines.join('\n')}\n`;
}

function beginsReport(notes: readonly NoteToWrite[], index: number): boolean {
  const reportOf = (at: number) => notes[at]?.annotation.documentId;
  return reportOf(index) !== reportOf(index - 1);
}

/** 【核对】, 【未分类·失锚】 */
function headOf({ annotation: { category, state } }: NoteToWrite): string {
  return `【${[category ?? '未分类', UNSURE[state]].filter((part) => part !== null).join('·')}】`;
}

function signatureOf({ author, updatedAt }: Annotation): string {
  const day = new Date(updatedAt).toLocaleDateString('zh-CN', { dateStyle: 'long' });
  return author === '' ? day : `${author}　${day}`;
}

function renderMarkdown(notes: readonly NoteToWrite[]): string {
  const blocks = ['# 批注'];
  notes.forEach((note, index) => {
    const { annotation, anchor, title, place } = note;
    if (beginsReport(notes, index)) blocks.push(`## ${plain(title)}`);
    blocks.push(quoted(anchor.quote));
    blocks.push([`**${headOf(note)}**`, plain(annotation.note)].filter(Boolean).join(' '));
    const details = [
      ...(place === null ? [] : [`出处：${plain(place)}`]),
      ...(annotation.tags.length === 0 ? [] : [`标签：${plain(annotation.tags.join('、'))}`]),
      plain(signatureOf(annotation)),
    ];
    blocks.push(details.map((detail) => `- ${detail}`).join('\n'));
  });
  return `${blocks.join('\n\n')}\n`;
}

function quoted(words: string): string {
  return plain(words).replaceAll(/^/gmu, '> ');
}

/** Words that Markdown draws as they stand: no mark of theirs makes a heading, a list or a link. */
function plain(words: string): string {
  return words
    .replaceAll(/[\\`*_{}[\]<>#|~]/gu, '\\$&')
    .replaceAll(/^(\s*)([-+])/gmu, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/gmu, '$1\\$2');
}

/** A place that is not sure is left out: the old offsets say nothing of the text as it is now. */
function toExchange({ annotation, anchor, text }: NoteToWrite) {
  const { id, note, category, tags, author, createdAt, updatedAt, documentId, state } = annotation;
  const exchanged = toWebAnnotation(
    {
      id,
      note,
      category,
      tags,
      author: author === '' ? null : author,
      createdAt,
      updatedAt,
      targets: [{ documentId, anchor }],
    },
    () => text,
  );
  if (state === 'anchored') return exchanged;
  return {
    ...exchanged,
    target: exchanged.target.map((target) => ({
      ...target,
      selector: target.selector.filter(({ type }) => type === 'TextQuoteSelector'),
    })),
  };
}
