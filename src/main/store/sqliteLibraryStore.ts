import { IS_NEWEST } from './annotationRevisions.ts';
import * as annotations from './annotations.ts';
import * as briefs from './briefs.ts';
import { applyDecisions } from './corrections.ts';
import * as decisions from './decisions.ts';
import { createDraftStore } from './drafts.ts';
import { createExchangeStore } from './exchange/exchangeStore.ts';
import * as figures from './figures.ts';
import * as imports from './imports.ts';
import * as indicatorNames from './indicatorNames.ts';
import * as leftovers from './leftovers.ts';
import type { LibraryStore } from './libraryStore.ts';
import * as removal from './removal.ts';
import { replaceText } from './replacement.ts';
import * as reports from './reports.ts';
import { setRestored } from './restoring.ts';
import * as settings from './settings.ts';
import type { Storage } from './storage.ts';
import * as versions from './versions.ts';

/** The library kept in one SQLite file. The connection must already be at the newest schema. */
export function createSqliteLibraryStore(storage: Storage): LibraryStore {
  const { connection } = storage;
  settings.nameLibrary(storage);
  return {
    status: async () =>
      connection
        .prepare(
          `SELECT (SELECT count(*) FROM reports WHERE removed_at IS NULL) AS reportCount,
                  (SELECT coalesce(sum(character_count), 0) FROM reports WHERE removed_at IS NULL)
                    AS characterCount,
                  (SELECT count(*) FROM annotation_revisions a
                    WHERE a.tombstone = 0
                      AND EXISTS (SELECT 1 FROM reports r
                                   WHERE r.removed_at IS NULL
                                     AND (r.id = a.report_id
                                       OR r.id IN (SELECT report_id FROM annotation_targets
                                                    WHERE revision_id = a.id)))
                      AND ${IS_NEWEST})
                    AS annotationCount`,
        )
        .get() as { reportCount: number; characterCount: number; annotationCount: number },
    readSetting: async (name) => settings.readSetting(storage, name),
    writeSetting: async (name, value) => settings.writeSetting(storage, name, value),
    addImports: async (batches) => imports.addImports(storage, batches),
    listReports: async () => reports.listReports(storage),
    findReport: async (id) => {
      const report = reports.findReport(storage, id);
      if (report === undefined) return undefined;
      const { head, text, findings } = report;
      const analysis = applyDecisions(findings.analysis, head.decisions, text.length);
      const corrections = figures.listCorrections(storage, id);
      const corrected = figures.applyCorrections(text, findings.figures, corrections);
      return { ...report, findings: { analysis, figures: corrected } };
    },
    findReportByFingerprint: async (fingerprint) =>
      reports.findReportByFingerprint(storage, fingerprint),
    replaceText: async (id, report, author) => replaceText(storage, id, report, author),
    setRemoved: async (id, removed) => removal.setRemoved(storage, id, removed),
    removeSample: async () => removal.removeSample(storage),
    restoreSample: async () => removal.restoreSample(storage),
    listVersions: async (id) => versions.listVersions(storage, id),
    listPossibleVersions: async (of) => versions.listPossibleVersions(storage, of),
    findOrigin: async (id) => imports.findOrigin(storage, id),
    findAsRead: async (id) => {
      const report = reports.findReport(storage, id);
      return (
        report && {
          text: report.text,
          analysis: report.findings.analysis,
          decisions: report.head.decisions,
        }
      );
    },
    writeFigures: async (id, read) => reports.writeFigures(storage, id, read),
    addDecision: async (id, choice, author) => decisions.addDecision(storage, id, choice, author),
    undoDecision: async (id, decisionId, author) =>
      decisions.undoDecision(storage, id, decisionId, author),
    listLeftovers: async () => leftovers.listLeftovers(storage),
    setLeftoverRestored: async (id, restored, report, author) =>
      setRestored(storage, id, restored, report, author),
    addAnnotation: async (annotation) => annotations.addAnnotation(storage, annotation),
    changeAnnotation: async (id, change) => annotations.changeAnnotation(storage, id, change),
    undoRevision: async (id, revision, author) =>
      annotations.undoRevision(storage, id, revision, author),
    findDescribedNote: async (id) => annotations.findDescribedNote(storage, id),
    listAnnotations: async (reportId) => annotations.listAnnotations(storage, reportId),
    addCorrection: async (id, correction) => figures.addCorrection(storage, id, correction),
    undoCorrection: async (id, correctionId, author) =>
      figures.undoCorrection(storage, id, correctionId, author),
    listCorrections: async (id) => figures.listCorrections(storage, id),
    listNamedCorrections: async () => figures.listNamedCorrections(storage),
    listAssignedNames: async () => indicatorNames.listAssignedNames(storage),
    assignName: async (name, key, author) => indicatorNames.assignName(storage, name, key, author),
    saveBrief: async (id, spec) => briefs.saveBrief(storage, id, spec),
    listBriefs: async () => briefs.listBriefs(storage),
    removeBrief: async (id) => briefs.removeBrief(storage, id),
    drafts: createDraftStore(storage),
    exchange: createExchangeStore(storage),
    close: async () => {
      connection.pragma('wal_checkpoint(TRUNCATE)');
      connection.close();
    },
  };
}
