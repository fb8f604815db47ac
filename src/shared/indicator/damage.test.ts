import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LabelledReport } from '../../../tests/fixtures/figures/bankScore.ts';
import { knowledge, vocabulary } from '../../../tests/fixtures/figures/nameScore.ts';
import { analyseReport } from '../report/analyse.ts';
import { readIndicators } from './read.ts';
import type { IndicatorReading } from './reading.ts';

const banks = new URL('../../../tests/fixtures/figures/named/', import.meta.url);
/** The clean reports of four banks, without the line ends inside their paragraphs. */
const reports = ['seventh', 'eighth', 'ninth', 'tenth'].map((name) => {
  const bank: { reports: LabelledReport[] } = JSON.parse(
    readFileSync(new URL(`${name}.json`, banks), 'utf8'),
  );
  const { title, text } = bank.reports[0] as LabelledReport;
  return { title, text, readings: read(title, text) };
});

function read(title: string, text: string): IndicatorReading[] {
  const analysis = analyseReport({ titleLine: title, text, retrievedOn: null }, knowledge);
  return readIndicators(text, analysis, vocabulary).readings;
}

interface Damage {
  /** Characters in a line. */
  width: number;
  indent: string;
  /** What stands between two pages; # is the page. */
  page: string;
  blanks: boolean;
  wide: boolean;
}

const damage = fc.record({
  width: fc.integer({ min: 18, max: 42 }),
  indent: fc.constantFrom('', '　　', '    '),
  page: fc.constantFrom(
    '',
    '— # —\n',
    '-#-\n',
    '第#页 共9页\n',
    '#/9\n',
    '#\n',
    '- # -\n青石镇政府工作报告\n',
  ),
  blanks: fc.boolean(),
  wide: fc.boolean(),
});

const widened = (character: string) =>
  /[0-9%]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character;

/** The damaged text, and where each character of `text` stands in it. */
function damaged(text: string, { width, indent, page, blanks, wide }: Damage) {
  const places: number[] = [];
  let out = '';
  let column = 0;
  let lines = 0;
  for (const [at, character] of [...text].entries()) {
    const before = text.charAt(at - 1);
    const opens = before === '\n' && at > 150 ? indent : '';
    const edge = blanks && /\d[\u4e00-\u9fff]|[\u4e00-\u9fff]\d/.test(before + character);
    const lead = `${opens}${edge ? ' ' : ''}`;
    if (character !== '\n' && column + lead.length + 1 > width) {
      out += '\n';
      column = 0;
      lines += 1;
      if (lines % 24 === 0) out += page.replace('#', String(lines / 24));
    } else {
      out += lead;
      column += lead.length;
    }
    places.push(out.length);
    out += wide ? widened(character) : character;
    column = character === '\n' ? 0 : column + 1;
  }
  return { out, places };
}

it('never changes a figure that is shown as certain', () => {
  fc.assert(
    fc.property(fc.constantFrom(...reports), damage, ({ title, text, readings }, how) => {
      const { out, places } = damaged(text, how);
      for (const found of read(title, out).filter(({ certain }) => certain)) {
        const whole = readings.find(({ start, end }) => {
          const [first, last] = [places[start] ?? 0, places[end - 1] ?? 0];
          return first < found.end && last >= found.start;
        });
        const words = out.slice(found.start - 20, found.end + 10);
        const told = [whole?.value, whole?.upperValue, whole?.unit];
        expect([found.value, found.upperValue, found.unit], words).toEqual(told);
        // A change that is torn from its figure may be absent, not another.
        expect([null, whole?.growthPercent], words).toContain(found.growthPercent);
      }
    }),
    { numRuns: 120 },
  );
});
