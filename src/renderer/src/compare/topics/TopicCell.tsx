import { Fragment } from 'react';
import type { ReportDetail } from '../../../../shared/contract/schemas/report.ts';
import { normaliseForSearch } from '../../../../shared/text/normalise.ts';
import { useDisplayText } from '../../preferences/preferences.tsx';
import { ROLE_NAMES } from '../../report/labels.ts';
import { pathTo, placeName } from './passagePlace.ts';
import { type Density, PARTS, type Part, type Passage, type ShownCell } from './topicsView.ts';

/** What one report says on one topic. */
export function TopicCell({
  topic,
  cell,
  report,
  part,
  density,
  words,
  onOpen,
  onPart,
}: {
  topic: string;
  cell: ShownCell;
  report: ReportDetail;
  part: Part;
  density: Density;
  words: readonly string[];
  onOpen: (passage: Passage) => void;
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
      headings: path.map(({ start: from, end }) => display(report.text.slice(from, end))),
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
        return (
          <Fragment key={passage.start}>
            <button
              type="button"
              className={`topic-passage topic-${density} original`}
              data-passage={`${topic} ${cell.documentId} ${passage.start}`}
              onClick={() => onOpen(passage)}
            >
              <Marked
                text={withoutLead(display(report.text.slice(passage.start, passage.end)))}
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
          </Fragment>
        );
      })}
    </>
  );
}

/** The part's full name, where the place does not begin with it: 任务（五） 重点任务, but 回顾一. */
function roleBeside(place: string, role: Passage['role']): string {
  return role === null || place.startsWith(ROLE_NAMES[role]) ? '' : ` ${ROLE_NAMES[role]}`;
}

/** What a folded cell shows: the first passage under a heading on the topic, else the first of all. */
function leadOf(
  passages: readonly Passage[],
  { sections }: ReportDetail,
  topic: string,
): Passage | undefined {
  const onTopic = ({ start }: Passage) =>
    pathTo(sections, start).some(({ topics }) => topics.includes(topic));
  return passages.find(onTopic) ?? passages[0];
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
  const labelOf = (value: Part) => PARTS.find((each) => each.value === value)?.label ?? '';
  if (elsewhere) {
    const other = labelOf(elsewhere.part);
    return (
      <>
        <p className="topic-nothing">{labelOf(part)}中未提及</p>
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

/** The words looked for, marked where they stand. Comparing never changes the length of a text. */
function Marked({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return text;
  const compared = normaliseForSearch(text);
  const parts = [];
  let from = 0;
  while (from < text.length) {
    const next = nextWord(compared, words, from);
    if (next === null) break;
    parts.push(
      text.slice(from, next.start),
      <mark key={next.start}>{text.slice(next.start, next.end)}</mark>,
    );
    from = next.end;
  }
  parts.push(text.slice(from));
  return parts;
}

function nextWord(text: string, words: readonly string[], from: number) {
  let best: { start: number; end: number } | null = null;
  for (const word of words) {
    const start = text.indexOf(word, from);
    if (start >= 0 && (best === null || start < best.start)) {
      best = { start, end: start + word.length };
    }
  }
  return best;
}
