import { localityConflict, yearConflict } from './conflicts.ts';
import { indexDivisions } from './divisions.ts';
import { EvidenceRecord } from './evidence.ts';
import { readKind } from './kind.ts';
import type { Divisions } from './knowledge.ts';
import { type Found, type MeetingLine, readMeetingLine } from './meetingLine.ts';
import { addParents } from './parentPlaces.ts';
import {
  headLocality,
  lastPart,
  namedInText,
  readBodyTitle,
  readSignature,
  representedLocality,
  signatureLocality,
  statedName,
} from './placeClues.ts';
import type { Evidence, Notice, RawDocument, ReportKind, ReportMetadata } from './report.ts';
import {
  readHalfYear,
  readHeadingYears,
  readMeetingYears,
  readTitleYears,
  type YearClue,
} from './reportYears.ts';
import { readTitle, type TitleFacts } from './titleLine.ts';
import { readView, type TextView } from './view.ts';

export interface MetadataReading {
  kind: ReportKind;
  metadata: ReportMetadata;
  evidence: Evidence[];
  notices: Notice[];
}

export interface ChapterHeading {
  heading: string;
  /** Offsets in the view. */
  start: number;
  end: number;
}

/** Reads every fact about the document from its title line and its body. */
export function readMetadata(
  raw: RawDocument,
  view: TextView,
  chapters: readonly ChapterHeading[],
  divisions: Divisions,
): MetadataReading {
  const index = indexDivisions(divisions);
  const titleView = readView(raw.titleLine ?? '');
  const title = readTitle(titleView.text);
  const record = new EvidenceRecord(view, titleView);
  const bodyLine = readMeetingLine(view.text);
  const titleMeeting = bodyLine.meeting === null ? readMeetingLine(titleView.text) : null;
  const line: MeetingLine =
    titleMeeting === null ? bodyLine : { ...titleMeeting, ...bodyFacts(bodyLine) };
  const where = titleMeeting === null ? 'text' : 'title';
  const signature = readSignature(view.text);
  const bodyTitle = raw.titleLine === null ? readBodyTitle(view.text) : null;

  record.add('sourceLabel', '题名', 'title', title.sourceLabel, 0.95);
  record.add('meeting', '会议行', where, line.meeting, 0.95);
  record.addNumber('congressTerm', '会议行', where, line.congressTerm, line.meeting, 0.95);
  record.addNumber('sessionNumber', '会议行', where, line.sessionNumber, line.meeting, 0.95);
  record.add(
    'speaker',
    line.speakerTitle === null ? '会议行' : '镇长行',
    'text',
    line.speaker,
    0.9,
  );
  record.add('speakerTitle', '镇长行', 'text', line.speakerTitle, 0.9);
  record.add('signedBy', '落款', 'text', signature.org, 0.9);
  record.add('deliveredOn', '会议行', 'text', line.deliveredOn, 0.95);
  record.add('deliveredOn', '落款', 'text', signature.date, 0.7);
  record.add('deliveredOn', '题名', 'title', title.deliveredOn, 0.75);
  record.add('speaker', '题名', 'title', title.speaker, 0.7);

  const stated = statedName(title, view.text, index);
  record.add('statedLocality', '题名', 'title', stated, 0.9);
  const named = (found: Found<string> | null): Found<string> | null =>
    found === null ? null : lastPart(found, index);
  record.add('statedLocality', '题名', 'text', named(bodyTitle), 0.8);
  record.add('actualLocality', '会议行', where, named(line.host), 0.95);
  record.add('actualLocality', '落款', 'text', named(signatureLocality(signature.org)), 0.9);
  record.add('actualLocality', '呼语', 'text', named(representedLocality(view.text)), 0.85);
  record.add('actualLocality', '署名', 'text', named(headLocality(view.text)), 0.85);
  record.add('actualLocality', '镇长行', 'text', named(line.officeOf), 0.8);

  const place = record.best('actualLocality') ?? record.best('statedLocality');
  const headingYears = readHeadingYears(chapters);
  const kind = readKind(
    titleView.text,
    view.text,
    place?.value ?? (line.meeting?.value.includes('全国') ? '全国' : null),
    chapters.map((chapter) => chapter.heading),
    headingYears.length === 2,
  );
  const isReport = kind.kind !== 'article' && kind.kind !== 'other';
  if (place !== null && record.best('actualLocality') === null) {
    record.add(
      'actualLocality',
      '正文',
      'text',
      namedInText(view.text, place.value, isReport ? 2 : 1),
      0.7,
    );
  }
  if (isReport)
    addYears(
      record,
      kind.kind,
      headingYears,
      line.deliveredOn ?? title.deliveredOn,
      signature.date,
      title,
    );
  addParents(record, title, [line.host, line.officeOf], view.text, index);

  const notices: Notice[] = [];
  if (kind.confidence < 0.7) {
    notices.push({ code: 'kind-uncertain', message: '文种待确认：没有足以判定的题名和称呼。' });
  }
  if (isReport && record.best('planYear') === null) {
    notices.push({ code: 'year-missing', message: '题名、会议行和落款都没有年份，请填写部署年。' });
  }
  notices.push(...localityConflict(record, view.text), ...yearConflict(record));
  return {
    kind: kind.kind,
    metadata: record.decide(raw.retrievedOn),
    evidence: record.all(kind.kind, kind.cue, kind.confidence),
    notices,
  };
}

/** What a title that names the meeting leaves to the body: date and byline. */
function bodyFacts(
  line: MeetingLine,
): Pick<MeetingLine, 'deliveredOn' | 'speaker' | 'speakerTitle' | 'officeOf'> {
  const { deliveredOn, speaker, speakerTitle, officeOf } = line;
  return { deliveredOn, speaker, speakerTitle, officeOf };
}

function addYears(
  record: EvidenceRecord,
  kind: ReportKind,
  headingYears: readonly YearClue[],
  delivered: Found<string> | null,
  signed: Found<string> | null,
  title: TitleFacts,
): void {
  const clues = [...headingYears];
  if (kind === 'half-year-report') {
    if (title.year !== null) clues.push(...readHalfYear(title.year));
  } else {
    if (delivered !== null) clues.push(...readMeetingYears(delivered, '会议行', 0.9));
    if (signed !== null) clues.push(...readMeetingYears(signed, '落款', 0.55));
    clues.push(...readTitleYears(title, headingYears));
  }
  for (const clue of clues) record.addYear(clue);
}
