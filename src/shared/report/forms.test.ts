import { describe, expect, it } from 'vitest';
import { readMarkedReports } from '../../../tests/fixtures/reports/markedReports.ts';
import { analyseReport } from './analyse.ts';
import { forms } from './forms.cases.ts';
import { separateLeftovers } from './leftovers.ts';
import type { ReportAnalysis } from './report.ts';
import { shippedKnowledge } from './sample.cases.ts';

const sources = (['sixth', 'seventh', 'eighth'] as const).flatMap((bank) =>
  readMarkedReports(bank, 'lines').map(({ source }) => source),
);

function understand(source: string): ReportAnalysis {
  return analyseReport(separateLeftovers(source).document, shippedKnowledge);
}

/** What a reader sees of the sections: level and words, without blanks and numbers. */
function outlineOf({ sections }: ReportAnalysis): string[] {
  return sections.map(({ level, nodeKind, heading }) => {
    const words = heading.replace(/[\s\u200b\u00ad]/g, '');
    return `${level}${nodeKind === 'item' ? '*' : ''} ${words}`;
  });
}

const plain = sources.map(understand);

describe.each(forms)('a report with %s', (_name, form) => {
  const found = sources.map((source) => understand(form(source)));

  it('has the same outline, for 98 of 100 headings', () => {
    const outlines = plain.map(outlineOf);
    const all = outlines.flat().length;
    const same = found.flatMap((one, at) => {
      const left = new Set(outlineOf(one));
      return outlines[at]?.filter((heading) => left.has(heading)) ?? [];
    });
    expect(same.length / all).toBeGreaterThanOrEqual(0.98);
    expect(found.flatMap(outlineOf).length / all).toBeLessThanOrEqual(1.02);
  });

  it('states the same facts', () => {
    for (const [at, one] of found.entries()) {
      expect(one.kind).toBe(plain[at]?.kind);
      expect(one.metadata).toEqual(plain[at]?.metadata);
    }
  });
});
