import type { CellPassage } from '../../../../shared/comparison/compareByTopic.ts';
import { pathTo, placeName } from '../../../../shared/comparison/passagePlace.ts';
import {
  type Density,
  leadOf,
  PART_NAMES,
  type Part,
  type ShownCell,
  UNSORTED,
} from '../../../../shared/comparison/topicsView.ts';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import type { Span } from '../../../../shared/report/report.ts';
import { setAnew } from '../../../../shared/report/wraps.ts';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { ROLE_NAMES } from '../../report/labels.ts';
import { type ChosenPassage, isChosen } from '../passages/chosen.ts';
import { MoveTopic } from '../passages/MoveTopic.tsx';
import { PassageActions } from '../passages/PassageActions.tsx';
import { MarkedWords } from './MarkedWords.tsx';

/** What one report says on one topic. */
export function TopicCell({
  topic,
  cell,
  report,
  part,
  density,
  words,
  active,
  chosen,
  topicsOf,
  onOpen,
  onPart,
}: {
  topic: string;
  cell: ShownCell;
  report: ReportDetail;
  part: Part;
  density: Density;
  words: readonly string[];
  active: string | null;
  chosen: readonly ChosenPassage[];
  topicsOf: (documentId: string, passage: Span) => string[];
  onOpen: (passage: Span) => void;
  onPart: (part: Part) => void;
}) {
  const display = useDisplayText();
  const { passages, scattered } = cell;
  const first = leadOf(passages, report, topic);
  if (first === undefined) return <Nothing cell={cell} part={part} words={words} onPart={onPart} />;

  const whole = density === 'whole';
  const shown = whole ? passages : [first];
  const places = shown.map(({ start, role }) => {
    const path = pathTo(report.sections, start);
    return {
      name: placeName(path, role),
      headings: path.map(({ start: from, end }) =>
        display(setAnew(report.text, { start: from, end })),
      ),
    };
  });
  const count = `${whole ? '全' : '共'} ${passages.length} 句`;
  return (
    <>
      {scattered && density !== 'line' && (
        <p className="topic-scattered">散见 {passages.length} 处</p>
      )}
      {shown.map((passage, at) => {
        const place = places[at];
        const last = at === shown.length - 1;
        const key = passageKey(topic, cell.documentId, passage);
        const spot = { documentId: cell.documentId, start: passage.start, end: passage.end };
        const taken = isChosen(chosen, spot);
        const pickable = topic === UNSORTED ? spot : { ...spot, topic };
        return (
          <div key={passage.start} className="topic-item" data-chosen={taken || undefined}>
            <button
              type="button"
              className={`topic-passage topic-${density} original`}
              data-passage={key}
              onClick={() => onOpen(passage)}
            >
              {taken && <span className="visually-hidden">已选：</span>}
              <MarkedWords
                text={withoutLead(display(setAnew(report.text, passage)))}
                words={words}
              />
            </button>
            {density === 'line' && <span className="topic-count">{count}</span>}
            {density !== 'line' && (last || places[at + 1]?.name !== place?.name) && (
              <p className="topic-place">
                <span title={place?.headings.join(' › ')}>
                  {place?.name || '章节未认出'}
                  {whole && roleBeside(place?.name ?? '', passage.role)}
                </span>
                {last && <span>{scattered ? (whole ? `${count}，无专节` : '无专节') : count}</span>}
              </p>
            )}
            {active === key && (
              <PassageActions
                passage={pickable}
                topic={
                  <MoveTopic
                    passage={pickable}
                    from={topic === UNSORTED ? null : topic}
                    topics={topicsOf(cell.documentId, passage)}
                  />
                }
              />
            )}
          </div>
        );
      })}
    </>
  );
}

/** Tells a passage of the table from all others: the same one can stand in several rows. */
function passageKey(topic: string, documentId: string, { start }: Span): string {
  return `${topic} ${documentId} ${start}`;
}

/** The part's full name, where the place does not begin with it: 任务（五） 重点任务, but 回顾一. */
function roleBeside(place: string, role: CellPassage['role']): string {
  return role === null || place.startsWith(ROLE_NAMES[role]) ? '' : ` ${ROLE_NAMES[role]}`;
}

/** The colon or stop of a heading that runs into its sentence is left at the heading. */
function withoutLead(text: string): string {
  return text.replace(/^[\s：:，,；;、。.]+/u, '').trimEnd();
}

/** Quiet: absent is not 0, and it may stand in another part. */
function Nothing({
  cell: { elsewhere },
  part,
  words,
  onPart,
}: {
  cell: ShownCell;
  part: Part;
  words: readonly string[];
  onPart: (part: Part) => void;
}) {
  if (elsewhere) {
    const other = PART_NAMES[elsewhere.part];
    return (
      <>
        <p className="topic-nothing">{PART_NAMES[part]}中未提及</p>
        <button type="button" className="topic-elsewhere" onClick={() => onPart(elsewhere.part)}>
          {other}有 {elsewhere.count} 句，按“{other}”看
        </button>
      </>
    );
  }
  return (
    <p className="topic-nothing">
      {words.length > 0 ? `本主题下未见“${words.join('”“')}”` : '未提及'}
    </p>
  );
}
