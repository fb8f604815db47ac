import type { Annotation, NoteTarget } from '../../../shared/contract/schemas/annotation.ts';

/** The notes as they stand in one report: once for each of their passages in it whose place is sure. */
export function placedIn(annotations: readonly Annotation[], documentId: string): Annotation[] {
  return annotations
    .flatMap((annotation) =>
      annotation.targets
        .filter((target) => target.documentId === documentId && target.state === 'anchored')
        .map((target) => ({ ...annotation, ...target })),
    )
    .sort((a, b) => a.start - b.start);
}

/** The passages a note ties beside the one it is shown at. */
export function otherTargets({ targets, documentId, start }: Annotation): NoteTarget[] {
  return targets.filter((target) => target.documentId !== documentId || target.start !== start);
}
