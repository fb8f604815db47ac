import { type KeyboardEvent, useRef } from 'react';
import type { ReportSummary } from '../../../shared/contract/schemas/report.ts';
import { needRank } from '../../../shared/report/needs.ts';
import { useNavigation } from '../navigation/navigation.tsx';
import {
  figure,
  isReport,
  KIND_NAMES,
  NOT_SEEN,
  placeLabel,
  sessionLabel,
  UNDECIDED,
  yearsLabel,
} from '../report/labels.ts';
import { Checkbox } from '../ui/Choices.tsx';
import { WarningIcon } from '../ui/icons.tsx';
import { Tag } from '../ui/Labels.tsx';
import { useRowsInSight } from '../ui/useRowsInSight.ts';
import { RowMenu } from './RowMenu.tsx';

/** Pixels; as in library.css. */
const ROW_HEIGHT = 38;

/** A notice in the few characters a row has; the whole sentence is in the row's tip. */
const NOTICE_WORDS: Record<string, string | undefined> = {
  'kind-uncertain': '文种待认定',
  'year-missing': '年份未见',
  'year-conflict': '年份不一',
  'heading-ends-uncertain': '标题尾待核',
  'truncated-end': '末尾不完整',
  mojibake: '疑似乱码',
};

/** The notice that puts a row among those only the person can settle. */
function pressing(report: ReportSummary): ReportSummary['notices'][number] | undefined {
  if (needRank(report) !== 1) return undefined;
  return report.notices.find(
    (notice) => needRank({ kind: report.kind, conflict: null, notices: [notice] }) === 1,
  );
}

/** The reports as rows. A row opens its report; up and down move between rows. */
export function ReportTable({
  reports,
  ticked,
  onTick,
  onShowConflict,
}: {
  reports: ReportSummary[];
  ticked: string[];
  onTick: (ids: string[]) => void;
  onShowConflict: (id: string) => void;
}) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { first, end } = useRowsInSight(body, reports.length, ROW_HEIGHT);
  const here = reports.map(({ id }) => id);
  const tickedHere = here.filter((id) => ticked.includes(id));
  const tick = (ids: string[], on: boolean) => {
    const others = ticked.filter((id) => !ids.includes(id));
    onTick(on ? [...others, ...ids] : others);
  };
  return (
    <table className="report-table" aria-rowcount={reports.length + 1}>
      <thead>
        <tr>
          <th scope="col" className="cell-tick">
            <Checkbox
              name="全选"
              checked={tickedHere.length === here.length}
              mixed={tickedHere.length > 0 && tickedHere.length < here.length}
              onChange={(on) => tick(here, on)}
            />
          </th>
          <th scope="col">题名</th>
          <th scope="col" className="cell-place">
            地区
          </th>
          <th scope="col" className="cell-kind">
            文种
          </th>
          <th scope="col" className="cell-years">
            年份
          </th>
          <th scope="col" className="cell-session">
            届次
          </th>
          <th scope="col" className="cell-count">
            字数
          </th>
          <th scope="col" className="cell-state">
            状态
          </th>
          <th scope="col" className="cell-more">
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        <Spacer rows={first} />
        {reports.slice(first, end).map((report, index) => (
          <ReportRow
            key={report.id}
            position={first + index + 2}
            report={report}
            ticked={ticked.includes(report.id)}
            onTick={(on) => tick([report.id], on)}
            onShowConflict={() => onShowConflict(report.id)}
          />
        ))}
        <Spacer rows={reports.length - end} />
      </tbody>
    </table>
  );
}

function moveBetweenRows(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const row = event.currentTarget.closest('tr');
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  next?.querySelector<HTMLElement>('.report-title')?.focus();
  event.preventDefault();
}

/** Stands for rows that are out of sight. */
function Spacer({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr className="row-spacer">
      <td colSpan={9} style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  );
}

function ReportRow({
  report,
  position,
  ticked,
  onTick,
  onShowConflict,
}: {
  report: ReportSummary;
  /** Counted from the head row, which is the first. */
  position: number;
  ticked: boolean;
  onTick: (on: boolean) => void;
  onShowConflict: () => void;
}) {
  const { go } = useNavigation();
  const years = yearsLabel(report.metadata);
  return (
    <tr
      aria-rowindex={position}
      data-ticked={ticked || undefined}
      data-undecided={report.conflict ? true : undefined}
    >
      <td className="cell-tick">
        <Checkbox name={`选择${report.title}`} checked={ticked} onChange={onTick} />
      </td>
      <td className="cell-title">
        <button
          type="button"
          className="report-title"
          data-report={report.id}
          title={[report.title, ...report.notices.map(({ message }) => message)].join('\n')}
          onClick={() => go({ view: 'reader', id: report.id })}
          onKeyDown={moveBetweenRows}
        >
          {report.title}
        </button>
      </td>
      <td className="cell-place">
        {report.conflict ? <Tag tone="warn">{UNDECIDED}</Tag> : placeLabel(report)}
      </td>
      <td className={isReport(report.kind) ? 'cell-kind' : 'cell-kind quiet'}>
        {KIND_NAMES[report.kind]}
      </td>
      <td className={years === NOT_SEEN ? 'cell-years quiet' : 'cell-years num'}>{years}</td>
      <td className="cell-session quiet">{sessionLabel(report.metadata)}</td>
      <td className="cell-count num">{figure(report.characterCount)}</td>
      <td className="cell-state">
        <RowState report={report} onShowConflict={onShowConflict} />
      </td>
      <td className="cell-more">
        <RowMenu report={report} />
      </td>
    </tr>
  );
}

function RowState({
  report,
  onShowConflict,
}: {
  report: ReportSummary;
  onShowConflict: () => void;
}) {
  const { go } = useNavigation();
  if (report.conflict) {
    return (
      <button type="button" className="state-conflict" onClick={onShowConflict}>
        <WarningIcon size={15} />
        地名不一
      </button>
    );
  }
  const asked = pressing(report);
  if (asked) {
    return (
      <button
        type="button"
        className="state-conflict"
        title={asked.message}
        onClick={() => go({ view: 'reader', id: report.id, facts: true })}
      >
        <WarningIcon size={15} />
        {NOTICE_WORDS[asked.code] ?? asked.message}
      </button>
    );
  }
  const decided = report.decisions.some(({ field }) => field === 'locality');
  const notices = report.notices.filter(({ code }) => !(decided && code === 'locality-conflict'));
  const marks = [
    decided ? '地名已认定' : null,
    ...notices.map(({ code, message }) => NOTICE_WORDS[code] ?? message),
    isReport(report.kind) ? null : '不进对照，可改',
    report.annotationCount > 0 ? `批注 ${report.annotationCount}` : null,
  ].filter((part) => part !== null);
  return <span className="state-text">{marks.join('；')}</span>;
}
