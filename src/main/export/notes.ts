import type { Annotation } from '../../shared/contract/schemas/annotation.ts';
import type { PassageAnchor } from '../../shared/text/anchor/anchor.ts';
import { toWebAnnotation, type WebAnnotation } from '../../shared/text/anchor/webAnnotation.ts';

export interface NoteToWrite {
  annotation: Annotation;
  /** The title of the report it is listed under. */
  title: string;
  targets: readonly WrittenTarget[];
}

export interface WrittenTarget {
  documentId: string;
  state: Annotation['state'];
  /** From when the place was last sure. */
  anchor: PassageAnchor;
  /** Of the report as it is now; null where the report is out of sight. */
  text: string | null;
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
    const { annotation, title, targets } = note;
    if (beginsReport(notes, index)) lines.push('', `《${title}》`);
    lines.push('', `${index + 1}. ${[headOf(note), annotation.note].filter(Boolean).join(' ')}`);
    for (const { anchor, place } of targets) {
      lines.push(`原文：${anchor.quote}`);
      if (place !== null) lines.push(`出处：${place}`);
    }
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
function headOf({ annotation: { category }, targets }: NoteToWrite): string {
  const unsure = targets.map(({ state }) => UNSURE[state]).filter((word) => word !== null);
  return `【${[category ?? '未分类', ...new Set(unsure)].join('·')}】`;
}

function signatureOf({ author, updatedAt }: Annotation): string {
  const day = new Date(updatedAt).toLocaleDateString('zh-CN', { dateStyle: 'long' });
  return author === '' ? day : `${author}　${day}`;
}

function renderMarkdown(notes: readonly NoteToWrite[]): string {
  const blocks = ['# 批注'];
  notes.forEach((note, index) => {
    const { annotation, title, targets } = note;
    if (beginsReport(notes, index)) blocks.push(`## ${plain(title)}`);
    blocks.push(targets.map(({ anchor }) => quoted(anchor.quote)).join('\n\n'));
    blocks.push([`**${headOf(note)}**`, plain(annotation.note)].filter(Boolean).join(' '));
    const details = [
      ...targets.flatMap(({ place }) => (place === null ? [] : [`出处：${plain(place)}`])),
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
function toExchange({ annotation, targets }: NoteToWrite): WebAnnotation {
  const { author } = annotation;
  const texts = new Map(targets.map(({ documentId, text }) => [documentId, text ?? '']));
  const exchanged = toWebAnnotation(
    { ...annotation, author: author === '' ? null : author, targets },
    (documentId) => texts.get(documentId) ?? '',
  );
  return {
    ...exchanged,
    target: exchanged.target.map((resource, index) => {
      const target = targets[index];
      if (target?.state === 'anchored' && target.text !== null) return resource;
      return {
        ...resource,
        selector: resource.selector.filter(({ type }) => type === 'TextQuoteSelector'),
      };
    }),
  };
}
