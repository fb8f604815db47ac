import type { Found } from './meetingLine.ts';
import type { Evidence, MetadataField, ReportKind, ReportMetadata } from './report.ts';
import type { YearClue } from './reportYears.ts';
import { sourceSpan, type TextView } from './view.ts';

/** Collects what each clue says; decides nothing but which clue is the strongest. */
export class EvidenceRecord {
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
    where: Evidence['where'],
    value: number | null,
    at: Found<string> | null,
    confidence: number,
  ): void {
    if (value === null || at === null) return;
    this.add(field, clue, where, { ...at, value: String(value) }, confidence);
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
