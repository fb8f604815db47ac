import type { Failure } from '../../../shared/contract/failure.ts';
import type { ReadOutcome } from '../../ingest/extraction.ts';
import type { Knowledge } from '../../library/knowledge.ts';
import { type UnderstoodFile, understand } from '../../library/understand.ts';

/** A file as import would store it, or the sentence saying why it cannot be. */
export function understandOutcome(
  name: string,
  outcome: ReadOutcome,
  knowledge: Knowledge,
): { file: UnderstoodFile } | { failure: Failure } {
  if (!outcome.ok) return { failure: outcome.failure };
  const file = understand({ name, ...outcome }, knowledge);
  return file.documents.length > 0 ? { file } : { failure: noBody(name) };
}

export function noBody(name: string): Failure {
  return {
    code: 'no-body',
    message: `“${name}”没有正文，未入库。资料库没有改动；请换一份有正文的文件。`,
  };
}
