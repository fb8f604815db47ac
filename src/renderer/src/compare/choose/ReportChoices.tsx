import type { ReportSummary } from '../../../../shared/contract/schemas/report.ts';
import { placeLabel, yearsLabel } from '../../report/labels.ts';
import { Checkbox } from '../../ui/Choices.tsx';
import { Tag } from '../../ui/Labels.tsx';
import type { Peer } from './reportOrder.ts';

/** The list is for choosing, not for reading: what stands further down is found by typing. */
export const MOST_SHOWN = 120;

/** Reports to tick, each with why it is offered. */
export function ReportChoices({
  reports,
  peers,
  home,
  ticked,
  full,
  onTick,
}: {
  reports: readonly ReportSummary[];
  peers: readonly Peer[];
  home: string;
  ticked: readonly string[];
  /** No more can be ticked. */
  full: boolean;
  onTick: (id: string, on: boolean) => void;
}) {
  return (
    <>
      <ul className="compare-choices">
        {reports.slice(0, MOST_SHOWN).map((report) => (
          <li key={report.id}>
            <Checkbox
              checked={ticked.includes(report.id)}
              disabled={full && !ticked.includes(report.id)}
              onChange={(on) => onTick(report.id, on)}
              label={<ReportWords report={report} peers={peers} home={home} />}
            />
          </li>
        ))}
      </ul>
      {reports.length > MOST_SHOWN && (
        <p className="quiet compare-more">
          另有 {reports.length - MOST_SHOWN} 篇没有列出，可输入名称或拼音首字母查找。
        </p>
      )}
    </>
  );
}

/** A report as it is offered: its title, its place and years, and why. */
export function ReportWords({
  report,
  peers,
  home,
}: {
  report: ReportSummary;
  peers: readonly Peer[];
  home: string;
}) {
  return (
    <span className="report-words">
      {report.title}
      <span className="quiet">
        {placeLabel(report)} {yearsLabel(report.metadata)}
      </span>
      {home !== '' && report.town === home && <Tag>本镇</Tag>}
      {peers
        .find(({ id }) => id === report.id)
        ?.reasons.map((reason) => (
          <Tag key={reason}>{reason}</Tag>
        ))}
    </span>
  );
}
