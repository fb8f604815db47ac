import type { ReportKind } from '../report/report.ts';

/** What tells at which level a report was given. */
export interface ReportStanding {
  kind: ReportKind;
  /** The place it is of: 昌城镇, 诸城市; null where none is known. */
  town: string | null;
  county: string | null;
  prefecture: string | null;
}

type Level = 'town' | 'county' | 'prefecture' | 'province';

const endings: readonly [Level, RegExp][] = [
  ['town', /(?:镇|乡|街道|办事处|苏木)$/],
  ['province', /(?:省|自治区)$/],
  ['prefecture', /(?:自治州|地区|盟)$/],
  ['county', /(?:县|旗|区)$/],
];

/**
 * Reports of different level or kind may stand beside each other, but it is said; null where all are
 * alike. A level that cannot be told (a 市 with no prefecture named) is only known to be above a town.
 */
export function cautionAbout(reports: readonly ReportStanding[]): string | null {
  const levels = reports.map(levelsPossible);
  const levelsDiffer = levels.some((one) =>
    levels.some((other) => !one.some((level) => other.includes(level))),
  );
  // A report of a higher level is told by its level: as to kind it is a report like any other.
  const kinds = new Set(
    reports.map(({ kind }) => (kind === 'higher-level-report' ? 'annual-report' : kind)),
  );
  const differing = [...(levelsDiffer ? ['层级'] : []), ...(kinds.size > 1 ? ['文种'] : [])];
  if (differing.length === 0) return null;
  return `${differing.join('、')}不同，只供并排参看，指标不排名。`;
}

function levelsPossible({ kind, town, county, prefecture }: ReportStanding): Level[] {
  const above: Level[] = ['county', 'prefecture', 'province'];
  if (town === null) return kind === 'higher-level-report' ? above : ['town', ...above];
  const ending = endings.find(([, pattern]) => pattern.test(town));
  if (ending) return [ending[0]];
  if (town === county) return ['county'];
  if (town === prefecture) return ['prefecture'];
  return prefecture === null ? above : ['county'];
}
