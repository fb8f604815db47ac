import {
  countDivisions,
  type DivisionIndex,
  indexDivisions,
  localityStem,
  resolveParents,
  shortAutonomousName,
  splitLocality,
} from './divisions.ts';
import { readKind } from './kind.ts';
import type { Divisions } from './knowledge.ts';
import { type Found, findDates, headEnd, readMeetingLine } from './meetingLine.ts';
import type {
  Evidence,
  MetadataField,
  Notice,
  RawDocument,
  ReportKind,
  ReportMetadata,
} from './report.ts';
import {
  readHeadingYears,
  readMeetingYears,
  readTitleYears,
  type YearClue,
} from './reportYears.ts';
import { readTitle, type TitleFacts } from './titleLine.ts';
import { readView, sourceSpan, type TextView } from './view.ts';

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
  const line = readMeetingLine(view.text);
  const signature = readSignature(view.text);
  const bodyTitle = raw.titleLine === null ? readBodyTitle(view.text) : null;

  record.add('sourceLabel', '题名', 'title', title.sourceLabel, 0.95);
  record.add('meeting', '会议行', 'text', line.meeting, 0.95);
  record.addNumber('congressTerm', '会议行', line.congressTerm, line.meeting, 0.95);
  record.addNumber('sessionNumber', '会议行', line.sessionNumber, line.meeting, 0.95);
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
  record.add('actualLocality', '会议行', 'text', named(line.host), 0.95);
  record.add('actualLocality', '落款', 'text', named(signatureLocality(signature.org)), 0.9);
  record.add('actualLocality', '呼语', 'text', named(representedLocality(view.text)), 0.85);
  record.add('actualLocality', '镇长行', 'text', named(line.officeOf), 0.8);

  const place = record.best('actualLocality') ?? record.best('statedLocality');
  const kind = readKind(
    titleView.text,
    view.text,
    place?.value ?? null,
    chapters.map((chapter) => chapter.heading),
  );
  const isReport = kind.kind !== 'article' && kind.kind !== 'other';
  if (!isReport && place !== null && record.best('actualLocality') === null) {
    const stem = localityStem(place.value);
    const at = view.text.indexOf(stem);
    if (at >= 0) {
      record.add(
        'actualLocality',
        '正文',
        'text',
        { value: place.value, start: at, end: at + stem.length },
        0.7,
      );
    }
  }
  if (isReport)
    addYears(record, chapters, line.deliveredOn ?? title.deliveredOn, signature.date, title);
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

/** Collects what each clue says; decides nothing but which clue is the strongest. */
class EvidenceRecord {
  readonly #items: Evidence[] = [];
  readonly #view: TextView;
  readonly #titleView: TextView;

  constructor(view: TextView, titleView: TextView) {
    this.#view = view;
    this.#titleView = titleView;
  }

  add(
    field: MetadataField,
    clue: string,
    where: Evidence['where'],
    found: Found<string> | null,
    confidence: number,
  ): void {
    if (found === null || found.value === '') return;
    const view = where === 'text' ? this.#view : this.#titleView;
    const quote = view.text.slice(found.start, found.end);
    const span = sourceSpan(view, found.start, found.end);
    this.#items.push({ field, value: found.value, clue, where, quote, ...span, confidence });
  }

  addNumber(
    field: MetadataField,
    clue: string,
    value: number | null,
    at: Found<string> | null,
    confidence: number,
  ): void {
    if (value === null || at === null) return;
    this.add(field, clue, 'text', { ...at, value: String(value) }, confidence);
  }

  addYear(clue: YearClue): void {
    this.add(
      clue.field,
      clue.clue,
      clue.where,
      { ...clue.found, value: String(clue.year) },
      clue.confidence,
    );
  }

  of(field: MetadataField): Evidence[] {
    return this.#items.filter((item) => item.field === field);
  }

  best(field: MetadataField): Evidence | null {
    return this.of(field).reduce<Evidence | null>(
      (best, item) => (best === null || item.confidence > best.confidence ? item : best),
      null,
    );
  }

  decide(retrievedOn: string | null): ReportMetadata {
    const text = (field: MetadataField) => this.best(field)?.value ?? null;
    const number = (field: MetadataField) => {
      const value = text(field);
      return value === null ? null : Number(value);
    };
    return {
      statedLocality: text('statedLocality'),
      actualLocality: text('actualLocality'),
      county: text('county'),
      prefecture: text('prefecture'),
      province: text('province'),
      reviewYear: number('reviewYear'),
      planYear: number('planYear'),
      meeting: text('meeting'),
      congressTerm: number('congressTerm'),
      sessionNumber: number('sessionNumber'),
      deliveredOn: text('deliveredOn'),
      speaker: text('speaker'),
      speakerTitle: text('speakerTitle'),
      signedBy: text('signedBy'),
      retrievedOn,
      sourceLabel: text('sourceLabel'),
    };
  }

  all(kind: ReportKind, cue: string, confidence: number): Evidence[] {
    const inTitle = cue === '' ? -1 : this.#titleView.text.indexOf(cue);
    const inText = inTitle < 0 && cue !== '' ? this.#view.text.indexOf(cue) : -1;
    const view = inTitle >= 0 ? this.#titleView : this.#view;
    const at = Math.max(inTitle, inText);
    const span = at < 0 ? { start: 0, end: 0 } : sourceSpan(view, at, at + cue.length);
    const where = inTitle >= 0 ? 'title' : 'text';
    const clue = inTitle >= 0 ? '题名' : '正文';
    const quote = at < 0 ? '' : cue;
    return [
      { field: 'kind', value: kind, clue, where, quote, ...span, confidence },
      ...this.#items,
    ];
  }
}

/** The place of the title; for an article the name its text then keeps to. */
function statedName(title: TitleFacts, text: string, index: DivisionIndex): Found<string> | null {
  if (title.locality !== null) return lastPart(title.locality, index);
  const { value, start } = title.rest;
  const size = [9, 8, 7, 6, 5, 4, 3, 2].find(
    (length) =>
      index.byName.has(value.slice(0, length)) || index.byStem.has(value.slice(0, length)),
  );
  if (size === undefined) return null;
  const stem = value.slice(0, size);
  if (index.byName.has(stem)) return { value: stem, start, end: start + size };
  const zone = /^[\u4e00-\u9fff]{0,6}?(?:开发区|经济区|高新区|保税区|示范区|新区)/.exec(
    value.slice(size),
  );
  const own = zone?.[0] ?? recurringTail(value.slice(size), stem, text);
  const full = index.byStem.get(stem)?.length === 1 ? index.byStem.get(stem)?.[0]?.name : undefined;
  const name = own === '' ? (full ?? stem) : stem + own;
  return { value: name, start, end: start + size + own.length };
}

/** “峡山” after “潍坊”: the words that follow the place wherever the text names it. */
function recurringTail(words: string, stem: string, text: string): string {
  const total = text.split(stem).length - 1;
  if (total < 3) return '';
  for (const size of [4, 3, 2]) {
    const tail = words.slice(0, size);
    if (tail.length === size && (text.split(stem + tail).length - 1) * 2 > total) return tail;
  }
  return '';
}

/** The last part of a place name, as something found. */
function lastPart(found: Found<string>, index: DivisionIndex): Found<string> {
  const { name } = splitLocality(found.value, index);
  return { value: name, start: found.end - name.length, end: found.end };
}

function readBodyTitle(text: string): Found<string> | null {
  const head = text.slice(0, Math.min(headEnd(text), 60));
  const found = readTitle(head).locality;
  return found;
}

interface Signature {
  org: Found<string> | null;
  date: Found<string> | null;
}

/** “井沟镇人民政府2019年4月” at the very end, also when it is glued to the last sentence. */
function readSignature(text: string): Signature {
  const from = Math.max(0, text.length - 60);
  const tail = text.slice(from);
  const date = findDates(tail, from).findLast((one) => text.length - one.end <= 2) ?? null;
  const beforeDate = date === null ? tail : tail.slice(0, date.start - from);
  const match = /([\u4e00-\u9fff]{2,20}(?:人民政府|办事处|管委会))[(]?$/.exec(beforeDate);
  if (match === null) return { org: null, date: null };
  const start = from + match.index;
  const value = match[1] ?? '';
  return { org: { value, start, end: start + value.length }, date };
}

function signatureLocality(org: Found<string> | null): Found<string> | null {
  if (org === null) return null;
  const value = org.value.replace(/(?:人民政府|办事处|管委会)$/, '');
  return { value, start: org.start, end: org.start + value.length };
}

/** “现在,我代表井沟镇人民政府”. 我代表镇政府 names nobody. */
function representedLocality(text: string): Found<string> | null {
  const match =
    /我(?:谨|仅)?(?:代表|受)([\u4e00-\u9fff]{2,14}?(?:镇|乡|街道|县|市|区|州|旗))(?:人民政府|政府|办事处)/.exec(
      text.slice(0, 1200),
    );
  const value = match?.[1] ?? '';
  if (match === null || /^[全本我各]/.test(value)) return null;
  const start = match.index + match[0].indexOf(value);
  return { value, start, end: start + value.length };
}

function addYears(
  record: EvidenceRecord,
  chapters: readonly ChapterHeading[],
  delivered: Found<string> | null,
  signed: Found<string> | null,
  title: TitleFacts,
): void {
  const clues = readHeadingYears(chapters);
  if (delivered !== null) clues.push(...readMeetingYears(delivered, '会议行', 0.9));
  if (signed !== null) clues.push(...readMeetingYears(signed, '落款', 0.55));
  if (title.year !== null) clues.push(...readTitleYears(title.year));
  for (const clue of clues) record.addYear(clue);
}

function addParents(
  record: EvidenceRecord,
  title: TitleFacts,
  bodySources: (Found<string> | null)[],
  text: string,
  index: DivisionIndex,
): void {
  const hints: string[] = [];
  const own = record.best('actualLocality') ?? record.best('statedLocality');
  hints.push(...countDivisions(title.rest.value, index).keys());
  for (const source of [title.sourceLabel, title.locality, ...bodySources]) {
    if (source === null) continue;
    const words = source.value.replace(/招商|政府网?|人民|信息公开|门户网站/g, '');
    const parts = splitLocality(words, index);
    hints.push(...parts.above);
    if (index.byName.has(parts.name) || index.byStem.has(parts.name)) hints.push(parts.name);
  }
  if (own !== null) hints.push(own.value);
  const mentions = countDivisions(text, index);
  const parents = resolveParents(hints, mentions, index);
  const guessed = parents.province === null ? mostNamed(mentions, index) : null;
  const resolved = guessed === null ? parents : resolveParents([guessed], mentions, index);
  for (const field of ['county', 'prefecture', 'province'] as const) {
    const value = resolved[field];
    if (value === null) continue;
    const clue = guessed === null ? '题名、会议行所指' : '正文多次提到';
    const at = Math.max(0, text.indexOf(value));
    const end = text.startsWith(value, at) ? at + value.length : at;
    record.add(field, clue, 'text', { value, start: at, end }, guessed === null ? 0.85 : 0.6);
  }
}

/** The one county the text names at least twice and twice as often as any other. */
function mostNamed(mentions: ReadonlyMap<string, number>, index: DivisionIndex): string | null {
  const counties = [...mentions]
    .filter(([name]) => index.byName.get(name)?.some((one) => one.rank === 'county'))
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = counties;
  if (first === undefined || first[1] < 2 || first[1] < 2 * (second?.[1] ?? 0)) return null;
  return first[0];
}

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    count += 1;
  return count;
}

/** 皇华镇 and 皇华街道, 黔东南州 and 黔东南苗族侗族自治州 are one place each. */
function isSamePlace(a: string, b: string): boolean {
  const shortened = (name: string) => localityStem(shortAutonomousName(name) ?? name);
  return shortened(a) === shortened(b);
}

/** 题名为辛兴镇，正文 8 处为皇华镇: shown side by side, decided by the person. */
function localityConflict(record: EvidenceRecord, text: string): Notice[] {
  const stated = record.best('statedLocality');
  const actual = record.best('actualLocality');
  if (stated === null || actual === null || stated.value === actual.value) return [];
  if (isSamePlace(stated.value, actual.value)) return [];
  const actualCount = countOf(text, localityStem(actual.value));
  const statedCount = countOf(text, localityStem(stated.value));
  const also = statedCount > 0 ? `、${statedCount} 处为${stated.value}` : '';
  return [
    {
      code: 'locality-conflict',
      message: `题名为${stated.value}，正文 ${actualCount} 处为${actual.value}${also}`,
      start: actual.start,
      end: actual.end,
    },
  ];
}

function yearConflict(record: EvidenceRecord): Notice[] {
  const clues = record.of('planYear');
  const best = record.best('planYear');
  const other = clues.find((clue) => clue.value !== best?.value);
  if (best === null || other === undefined) return [];
  return [
    {
      code: 'year-conflict',
      message: `部署年按${best.clue}为 ${best.value} 年，按${other.clue}为 ${other.value} 年，请核对`,
    },
  ];
}
