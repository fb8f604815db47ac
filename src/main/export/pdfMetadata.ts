import { PDFDict, type PDFDocument, PDFName } from 'pdf-lib';
import { type Brief, formatDay } from '../../shared/brief/brief.ts';

const programme = '镇鉴';

/** Says what the paper is, and nothing of the machine: Chromium's own fields name the operating system. */
export function setMetadata(document: PDFDocument, brief: Brief, now: Date): void {
  setBareMetadata(document, brief.title, now);
  document.setAuthor(brief.unit);
  document.setSubject(
    [brief.markings.kind, brief.markings.access, formatDay(brief.date)].join(' '),
  );
  document.setKeywords(keywordsOf(brief));
  document.setCreator(programme);
  document.setProducer(programme);
}

/** Nothing but title, language and time: neither the machine nor any program is named. */
export function setBareMetadata(document: PDFDocument, title: string, now: Date): void {
  const info = document.context.lookup(document.context.trailerInfo.Info);
  if (info instanceof PDFDict) for (const [key] of info.entries()) info.delete(key);
  document.catalog.delete(PDFName.of('Metadata'));
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setCreationDate(now);
  document.setModificationDate(now);
  document.setLanguage('zh-CN');
}

/** The towns and the topics. */
function keywordsOf(brief: Brief): string[] {
  const words = brief.parts.flatMap((part) => {
    if (part.part === 'sources') return part.items.map(({ town }) => town);
    if (part.part === 'excerpts') return part.topics.map(({ name }) => name);
    return part.part === 'comparison' ? part.rows.map(({ name }) => name) : [];
  });
  return [...new Set(words)];
}
