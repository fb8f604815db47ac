import type { Section } from '../report/report.ts';
import type { ComparedDocument } from './document.ts';

/** The headings of each document, without the items of lists. */
export function outlines(
  documents: readonly ComparedDocument[],
): { documentId: string; sections: Section[] }[] {
  return documents.map(({ documentId, analysis }) => ({
    documentId,
    sections: analysis.sections.filter(({ nodeKind }) => nodeKind === 'heading'),
  }));
}
