import type {
  Decision,
  LocalityConflict,
  ReportSummary,
} from '../../../shared/contract/schemas/report.ts';
import type { MetadataField, Notice, ReportMetadata } from '../../../shared/report/report.ts';
import { applyFactDecisions } from '../../store/corrections.ts';
import type { ReportHead } from '../../store/libraryStore.ts';

/** One line of the library: what was inferred, with what the person decided laid over it. */
export function summarise(head: ReportHead): ReportSummary {
  const { metadata, kind } = applyFactDecisions(head.analysis, head.decisions);
  const conflict = findConflict(head);
  const town = nameTown(metadata, head.decisions);
  return {
    id: head.id,
    title: head.title,
    kind,
    metadata,
    place: placeOf(metadata, conflict === null ? town : '待认定'),
    town,
    characterCount: head.characterCount,
    annotationCount: head.annotationCount,
    notices: [
      ...head.analysis.notices.filter(({ code }) => !isSettled(code, head.decisions)),
      ...uncertainFacts(head),
    ],
    conflict,
    decisions: head.decisions,
    newestVersion: head.newestVersion,
    fromSample: head.fromSample,
    importedAt: head.importedAt,
  };
}

/** What a notice asks for; once that is decided it has nothing more to ask. */
const SETTLED_BY: Record<string, readonly Decision['field'][] | undefined> = {
  'kind-uncertain': ['kind'],
  'year-missing': ['planYear'],
  'year-conflict': ['planYear'],
};

function isSettled(code: string, decisions: readonly Decision[]): boolean {
  return decisions.some(({ field }) => SETTLED_BY[code]?.includes(field));
}

/** Facts that are worth a look where they were read from weak evidence. */
const WEAK_FACTS: Partial<Record<MetadataField, string>> = {
  county: '县市区',
  reviewYear: '回顾年',
  planYear: '部署年',
  deliveredOn: '报告日期',
  speaker: '报告人',
  signedBy: '落款',
};
/** Below this an inference asks to be looked at. */
const SURE_FROM = 0.7;

function uncertainFacts({ analysis, decisions }: ReportHead): Notice[] {
  const { metadata, confidence } = analysis;
  const names = Object.entries(WEAK_FACTS).flatMap(([field, name]) => {
    if (metadata[field as keyof ReportMetadata] === null) return [];
    if (decisions.some((decision) => decision.field === field)) return [];
    return (confidence[field as MetadataField] ?? 0) >= SURE_FROM ? [] : [name];
  });
  if (names.length === 0) return [];
  return [{ code: 'facts-uncertain', message: `${names.join('、')}待确认` }];
}

/** The place a report belongs to: what the person decided, else the body's word, else the title's. */
function nameTown(metadata: ReportMetadata, decisions: Decision[]): string | null {
  const decided = decisions.findLast((decision) => decision.field === 'locality');
  if (decided !== undefined) return decided.value;
  return metadata.actualLocality ?? metadata.statedLocality;
}

function placeOf(metadata: ReportMetadata, last: string | null): string[] {
  const path = [metadata.prefecture, metadata.county, last];
  return path.filter((name, at): name is string => name !== null && path.indexOf(name) === at);
}

/** Null where title and body agree, where one of them names nothing, and once the person decided. */
function findConflict(head: ReportHead): LocalityConflict | null {
  const { metadata, placeClues, notices } = head.analysis;
  const { statedLocality, actualLocality } = metadata;
  if (statedLocality === null || actualLocality === null) return null;
  const notice = notices.find(({ code }) => code === 'locality-conflict');
  if (notice === undefined) return null;
  if (head.decisions.some((decision) => decision.field === 'locality')) return null;
  return {
    stated: statedLocality,
    actual: actualLocality,
    message: notice.message,
    evidence: placeClues,
  };
}
