import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import type { Route } from '../navigation/route.ts';
import { placeLabel, shortName } from '../report/labels.ts';

export interface Command {
  name: string;
  run: () => void;
}

export interface PaletteOption {
  id: string;
  label: string;
  /** What kind of thing it is: 报告, 地区, 命令, 检索. */
  sort: string;
  run: () => void;
}

const MOST_REPORTS = 8;

/** True where the text holds the typed words, or its pinyin initials begin so: hhz finds 皇华镇. */
export type Matches = (text: string, typed: string) => boolean;

export function containsWords(text: string, typed: string): boolean {
  const plain = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => plain.includes(word));
}

/** What the typed words could mean: reports first, then places, commands, and the search of all texts. */
export function listPaletteOptions(
  typed: string,
  {
    reports,
    commands,
    go,
    matches,
  }: {
    reports: ReportSummary[];
    commands: Command[];
    go: (route: Route) => void;
    matches: Matches;
  },
): PaletteOption[] {
  const query = typed.trim();
  const asCommand = commands
    .filter((command) => query === '' || matches(command.name, query))
    .map((command) => ({
      id: `command ${command.name}`,
      label: command.name,
      sort: '命令',
      run: command.run,
    }));
  if (query === '') return asCommand;

  const asReport = reports
    .filter(
      (report) =>
        containsWords(`${report.title} ${shortName(report)} ${placeLabel(report)}`, query) ||
        matches(report.town ?? report.title, query),
    )
    .slice(0, MOST_REPORTS)
    .map((report) => ({
      id: `report ${report.id}`,
      label: report.title,
      sort: `${shortName(report)} 报告`,
      run: () => go({ view: 'reader', id: report.id }),
    }));
  const places = new Map<string, string[]>();
  for (const { place } of reports) {
    place.forEach((name, depth) => {
      const path = place.slice(0, depth + 1);
      if (matches(name, query)) places.set(path.join(' / '), path);
    });
  }
  const asPlace = [...places].slice(0, MOST_REPORTS).map(([label, place]) => ({
    id: `place ${label}`,
    label,
    sort: '地区',
    run: () => go({ view: 'library', place }),
  }));
  const asSearch = {
    id: 'search',
    label: `在全部资料中检索“${query}”`,
    sort: '检索',
    run: () => go({ view: 'search', query }),
  };
  return [...asReport, ...asPlace, ...asCommand, asSearch];
}
