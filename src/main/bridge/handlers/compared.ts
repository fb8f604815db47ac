import type { ComparedDocument } from '../../../shared/comparison/document.ts';
import type { StoredReport } from '../../store/libraryStore.ts';

/** A stored report as the comparison sees it, with what the person said of its topics. */
export function toCompared({ head, text, findings }: StoredReport): ComparedDocument {
  return {
    documentId: head.id,
    text,
    analysis: findings.analysis,
    topicsDecided: head.decisions.flatMap((one) => (one.field === 'topics' ? [one.value] : [])),
  };
}
