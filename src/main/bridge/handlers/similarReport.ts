import { estimateSimilarity, SIMILAR_FROM, sketchSimilarity } from '../../ingest/duplicates.ts';
import type { LibraryStore, NewReport } from '../../store/libraryStore.ts';
import { summarise } from './summary.ts';

export interface SimilarReport {
  id: string;
  title: string;
  /** Share of wording in common, 0…1. */
  similarity: number;
  /** One of the two calls itself a draft and the other does not: a draft and its final version. */
  draft: boolean;
}

/**
 * The report of the library that may be another version of this one: the same place, the same plan year
 * and much the same wording. Last year's report of the place is none, however much of it was kept.
 */
export async function findSimilar(
  store: Pick<LibraryStore, 'listPossibleVersions' | 'findReport'>,
  document: NewReport,
): Promise<SimilarReport | null> {
  const { sketch, findings } = document;
  const { planYear, statedLocality, county } = findings.analysis.metadata;
  const town = townOf(document);
  if (planYear === null || town === null) return null;
  const possible = await store.listPossibleVersions({ town, planYear });
  const candidates = possible
    .map((other) => ({
      id: other.id,
      similarity: estimateSimilarity(sketch, other.sketch ?? sketchSimilarity(other.text)),
    }))
    .filter(({ similarity }) => similarity >= SIMILAR_FROM)
    .sort((a, b) => b.similarity - a.similarity);
  for (const { id, similarity } of candidates) {
    const report = await store.findReport(id);
    if (report === undefined) continue;
    const { title, kind, town: known, metadata } = summarise(report.head);
    const sameCounty = county === null || metadata.county === null || county === metadata.county;
    const samePlace = sameCounty && (known === town || known === statedLocality);
    if (metadata.planYear === planYear && samePlace) {
      const draft = (kind === 'draft') !== (findings.analysis.kind === 'draft');
      return { id, title, similarity, draft };
    }
  }
  return null;
}

/** The place a document is of, by what was read. */
export function townOf({ findings }: NewReport): string | null {
  const { actualLocality, statedLocality } = findings.analysis.metadata;
  return actualLocality ?? statedLocality;
}

/** 与已有《…》很像(相似 93%) */
export function similarMessage({ title, similarity }: SimilarReport): string {
  return `与已有《${title}》很像（相似 ${Math.round(similarity * 100)}%）`;
}
