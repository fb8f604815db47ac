import type { ReportDetail } from '../../../shared/contract/schemas/report.ts';
import type { RequestError } from '../bridge/request.ts';
import { useRequest } from '../bridge/useRequest.ts';

/** The reports of up to eight ids, in their order; undefined until all are there. */
export function useReports(ids: readonly string[]): {
  value: ReportDetail[] | undefined;
  error: RequestError | undefined;
} {
  const answers = [
    useReport(ids[0]),
    useReport(ids[1]),
    useReport(ids[2]),
    useReport(ids[3]),
    useReport(ids[4]),
    useReport(ids[5]),
    useReport(ids[6]),
    useReport(ids[7]),
  ].slice(0, ids.length);
  const reports = answers.flatMap(({ value }) => value ?? []);
  return {
    value: reports.length === ids.length ? reports : undefined,
    error: answers.find(({ error }) => error)?.error,
  };
}

function useReport(id: string | undefined) {
  return useRequest('reports.get', id === undefined ? null : { id });
}
