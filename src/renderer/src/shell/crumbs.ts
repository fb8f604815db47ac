import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import type { CompareMode, Route } from '../navigation/route.ts';
import { shortName } from '../report/labels.ts';
import type { Crumb } from './TitleBar.tsx';

const MODE_NAMES: Record<CompareMode, string> = {
  reading: '并排',
  topics: '按主题',
  outline: '提纲',
  indicators: '指标',
  years: '历年',
};

function placeCrumbs(place: string[]): Crumb[] {
  return place.map((label, depth) => ({
    label,
    route: { view: 'library', place: place.slice(0, depth + 1) },
  }));
}

/** The path in the title bar: from the view down to what is open. */
export function crumbsOf(route: Route, reports: ReportSummary[]): Crumb[] {
  const library: Crumb = { label: '资料库', route: { view: 'library' } };
  switch (route.view) {
    case 'library':
      if (route.guide) return [library, { label: '五步引导' }];
      return [library, ...(route.place ? placeCrumbs(route.place) : [{ label: '全部资料' }])];
    case 'reader': {
      const report = reports.find(({ id }) => id === route.id);
      return report ? [library, ...placeCrumbs(report.place), { label: report.title }] : [library];
    }
    case 'search':
      return [
        { label: '检索', route: { view: 'search', query: '' } },
        ...(route.query.trim() === '' ? [] : [{ label: route.query }]),
      ];
    case 'compare': {
      const names = route.ids.flatMap((id) => {
        const report = reports.find((each) => each.id === id);
        return report ? [shortName(report)] : [];
      });
      return [
        { label: '对照', route: { view: 'compare', ids: [], mode: 'reading' } },
        ...(names.length > 0
          ? [{ label: names.join('、') }, { label: MODE_NAMES[route.mode] }]
          : []),
      ];
    }
    case 'annotate':
      return [{ label: '批注' }];
    case 'brief':
      return [{ label: '简报' }];
    case 'draft':
      return [
        { label: '起草', route: { view: 'draft' } },
        ...(route.draftId ? [{ label: '稿子' }] : []),
      ];
    case 'settings':
      return [{ label: '设置' }];
  }
}
