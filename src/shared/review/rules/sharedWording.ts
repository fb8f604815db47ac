import { sharedWording } from '../../comparison/sharedWording.ts';
import type { Rule, RuleFinding } from '../finding.ts';

/** Wording that stands in another town's report too: allowed, but the person should know. */
export const checkSharedWording: Rule = ({ document, context }) =>
  context.peers.flatMap(({ name, text }): RuleFinding[] => {
    const shared = sharedWording(
      [document, { documentId: name, text }],
      context.knowledge.formulas,
    ).filter(({ formula }) => !formula);
    if (shared.length === 0) return [];
    const spans = shared.map(({ places: [{ start, end }] }) => ({ start, end }));
    const message = `与${name}的报告有${spans.length}处整句相同(规定提法不计)。`;
    return [{ rule: 'shared-wording', severity: 'hint', message, spans }];
  });
