import { expect, it } from 'vitest';
import { checkSharedWording } from '../../../shared/review/rules/sharedWording.ts';
import type { HandlerContext } from '../context.ts';
import { addFormula, removeFormula } from './formulas.ts';
import { reviewContext } from './reviewContext.ts';

const OWN = '打造山水相依城乡相融的田园青石岭';
const SHIPPED = '不忘初心、牢记使命,奋力谱写高质量发展新篇章';

function contextOf(): HandlerContext {
  const settings = new Map<string, unknown>();
  return {
    store: {
      listReports: async () => [],
      readSetting: async (name: string) => settings.get(name),
      writeSetting: async (name: string, value: unknown) => {
        settings.set(name, value);
      },
    },
    knowledge: async () => ({ review: { formulas: [SHIPPED] } }),
    emit: () => {},
  } as unknown as HandlerContext;
}

/** What the check of shared wording marks in a text that a neighbour shares whole. */
async function sharedIn(context: HandlerContext, text: string): Promise<string[]> {
  const held = await reviewContext(context, { id: null, home: null, town: null, planYear: null });
  const findings = checkSharedWording({
    document: { documentId: 'own', text, analysis: { sections: [], passages: [] } },
    context: { ...held, readings: [], peers: [{ name: '白水乡', text }] },
  } as unknown as Parameters<typeof checkSharedWording>[0]);
  return findings.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
}

it('holds wording against 规定提法 as the person edited them', async () => {
  const context = contextOf();
  expect(await sharedIn(context, SHIPPED)).toEqual([]);
  expect(await sharedIn(context, OWN)).toEqual([OWN]);
  await addFormula(context, { words: OWN });
  await removeFormula(context, { words: SHIPPED });
  expect(await sharedIn(context, OWN)).toEqual([]);
  expect((await sharedIn(context, SHIPPED)).join('')).toContain('高质量发展新篇章');
});
