import type { PassageAnchor } from './anchor.ts';

/** What of a note goes into the exchange format. `createdAt` and `updatedAt` are ISO instants. */
export interface ExportedNote {
  id: string;
  note: string;
  category: string | null;
  tags: readonly string[];
  author: string | null;
  createdAt: string;
  updatedAt: string;
  /** One per passage; a note may tie passages of several reports. */
  targets: readonly { documentId: string; anchor: PassageAnchor }[];
}

interface TextualBody {
  type: 'TextualBody';
  value: string;
  purpose: 'commenting' | 'classifying' | 'tagging';
  format: 'text/plain';
  language: 'zh-CN';
}

interface SpecificResource {
  type: 'SpecificResource';
  source: string;
  selector: (
    | { type: 'TextPositionSelector'; start: number; end: number }
    | { type: 'TextQuoteSelector'; exact: string; prefix: string; suffix: string }
  )[];
}

/** A W3C Web Annotation (https://www.w3.org/TR/annotation-model/) as a JSON value. */
export interface WebAnnotation {
  '@context': 'http://www.w3.org/ns/anno.jsonld';
  id: string;
  type: 'Annotation';
  created: string;
  modified: string;
  creator?: { type: 'Person'; name: string };
  body: TextualBody[];
  target: SpecificResource[];
}

/**
 * Writes a note as a W3C Web Annotation. The model counts positions in code points of the text
 * (section 4.2.5), we count UTF-16 units, so each document's text is needed to convert them.
 *
 * @throws when the text of a target's document is not given.
 */
export function toWebAnnotation(
  note: ExportedNote,
  textOf: (documentId: string) => string,
): WebAnnotation {
  const body = [textualBody(note.note, 'commenting')];
  if (note.category !== null) body.push(textualBody(note.category, 'classifying'));
  for (const tag of note.tags) body.push(textualBody(tag, 'tagging'));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${note.id}`,
    type: 'Annotation',
    created: note.createdAt,
    modified: note.updatedAt,
    ...(note.author === null ? {} : { creator: { type: 'Person', name: note.author } }),
    body,
    target: note.targets.map(({ documentId, anchor }) =>
      specificResource(documentId, anchor, textOf(documentId)),
    ),
  };
}

function textualBody(value: string, purpose: TextualBody['purpose']): TextualBody {
  return { type: 'TextualBody', value, purpose, format: 'text/plain', language: 'zh-CN' };
}

function specificResource(
  documentId: string,
  anchor: PassageAnchor,
  text: string,
): SpecificResource {
  const start = countCodePoints(text.slice(0, anchor.start));
  return {
    type: 'SpecificResource',
    source: `urn:uuid:${documentId}`,
    selector: [
      { type: 'TextPositionSelector', start, end: start + countCodePoints(anchor.quote) },
      {
        type: 'TextQuoteSelector',
        exact: anchor.quote,
        prefix: anchor.prefix,
        suffix: anchor.suffix,
      },
    ],
  };
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
