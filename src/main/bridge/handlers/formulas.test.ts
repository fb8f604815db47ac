import { expect, it } from 'vitest';
import type { HandlerContext } from '../context.ts';
import { addFormula, listFormulas, removeFormula } from './formulas.ts';

function contextWith(shipped: string[]): HandlerContext {
  const settings = new Map<string, unknown>();
  return {
    store: {
      readSetting: async (name: string) => settings.get(name),
      writeSetting: async (name: string, value: unknown) => {
        settings.set(name, value);
      },
    },
    knowledge: async () => ({ review: { formulas: shipped } }),
    emit: () => {},
  } as unknown as HandlerContext;
}
const wordsOf = async (context: HandlerContext) =>
  (await listFormulas(context)).formulas.map(({ words }) => words);

it('lists what the person added before what is shipped, and what was taken out apart', async () => {
  const context = contextWith(['不忘初心、牢记使命', '推动高质量发展']);
  await addFormula(context, { words: '打造山水田园镇' });
  await removeFormula(context, { words: '推动高质量发展' });
  expect(await wordsOf(context)).toEqual(['打造山水田园镇', '不忘初心、牢记使命']);
  expect((await listFormulas(context)).removed).toEqual(['推动高质量发展']);
});

it('puts a shipped one back where it was, and drops the person’s own', async () => {
  const context = contextWith(['不忘初心、牢记使命', '推动高质量发展']);
  await removeFormula(context, { words: '不忘初心,牢记使命' });
  await removeFormula(context, { words: '不忘初心、牢记使命' });
  await addFormula(context, { words: '不忘初心、牢记使命' });
  await addFormula(context, { words: '推动高质量发展' });
  expect(await wordsOf(context)).toEqual(['不忘初心、牢记使命', '推动高质量发展']);
  await addFormula(context, { words: '打造山水田园镇' });
  await removeFormula(context, { words: '打造山水田园镇' });
  expect(await wordsOf(context)).toEqual(['不忘初心、牢记使命', '推动高质量发展']);
});
