import type { Rule, RuleFinding } from '../finding.ts';
import { findWords } from '../subject.ts';

/** The office's own list of wording that is no longer used; nothing is built in. */
export const checkOutdatedWording: Rule = ({ document, text, context }) => {
  const year = document.analysis.metadata.planYear;
  return context.outdated.flatMap(
    ({ wording, instead, fromYear, untilYear, source, validity, remark }): RuleFinding[] => {
      if (wording === '') return [];
      if (year !== null && ((fromYear ?? year) > year || (untilYear ?? year) < year)) return [];
      const spans = findWords(text, wording);
      if (spans.length === 0) return [];
      const advice = instead === null ? '' : `，现写作“${instead}”`;
      const note = remark ? `，${remark}` : '';
      const reason = source === null ? '' : `（${source}）`;
      const message = `“${wording}”在本单位用语表中${validity ?? '列为过时提法'}${advice}${note}${reason}。`;
      return [{ rule: 'outdated-wording', severity: 'suspect', message, spans }];
    },
  );
};
