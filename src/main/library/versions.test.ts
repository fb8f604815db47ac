import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateReport } from '../../../tests/fixtures/reports/generate.ts';
import { ServedDesk } from '../../../tests/fixtures/servedLibrary.ts';

/** Invented reports; the first that says of itself where and for which year it was given. */
function findFinal(): { title: string; text: string; planYear: number } {
  for (let seed = 1; ; seed += 1) {
    const { raw, truth } = generateReport(seed, { layout: 'lines' });
    const { planYear, actualLocality } = truth.metadata;
    if (planYear !== null && actualLocality !== null && raw.titleLine !== null) {
      return { title: raw.titleLine, text: raw.text, planYear };
    }
  }
}
const final = findFinal();
const whole = `${final.title}\n${final.text}`;

/** The same report before a few sentences were added. */
const draft = whole.replaceAll(/[^。\n]{20,}。/gu, (sentence, at: number) =>
  at % 23 === 0 ? '' : sentence,
);
/** The same wording a year on: 2019年 → 2020年 throughout. */
const nextYear = whole.replaceAll(/(?:19|20)\d\d(?=年)/gu, (year) => String(Number(year) + 1));

describe('versions of one report', () => {
  let clock = 0;
  const desk = new ServedDesk({
    now: () => {
      clock += 1000;
      return new Date(clock).toISOString();
    },
  });
  const { ask } = desk;
  const look = (text: string) =>
    ask('imports.preview', { source: { kind: 'pasted' as const, text } });
  const store = async (text: string, join: number[] = []) => {
    const { previewId } = await look(text);
    const { outcomes } = await ask('imports.commit', { previewId, include: [0], join });
    return outcomes[0] as (typeof outcomes)[number];
  };
  const newestOf = async (id: string) =>
    (await ask('reports.list', {})).reports.find((report) => report.id === id)?.newestVersion;
  const versionsOf = async (id: string) =>
    (await ask('reports.get', { id })).versions.map((version) => version.id);

  let first: string;
  beforeAll(async () => {
    first = (await store(draft)).documentIds[0] ?? '';
  });
  afterAll(() => desk.close());

  it('asks about a text of the same place and year that reads much the same', async () => {
    const [document] = (await look(whole)).documents;
    expect(document?.duplicateOf).toBeNull();
    expect(document?.similarTo?.id).toBe(first);
    expect(document?.similarTo?.similarity).toBeGreaterThan(0.8);
  });

  it('knows a draft by its own word, and its final version for one', async () => {
    const draftOf = async (text: string) => (await look(text)).documents[0]?.similarTo?.draft;
    expect(await draftOf(whole)).toBe(false);
    expect(await draftOf(whole.replace('政府工作报告', '政府工作报告（征求意见稿）'))).toBe(true);
  });

  it('takes the report of the next year for no version, however much of it was kept', async () => {
    const [document] = (await look(nextYear)).documents;
    expect(document?.metadata.planYear).toBe(final.planYear + 1);
    expect(document?.similarTo).toBeNull();
  });

  it('goes by the year and the place the person decided', async () => {
    const similarTo = async (text: string) => (await look(text)).documents[0]?.similarTo?.id;
    const { decision: year } = await ask('reports.decide', {
      id: first,
      field: 'planYear',
      value: final.planYear + 1,
    });
    expect([await similarTo(whole), await similarTo(nextYear)]).toEqual([undefined, first]);
    await ask('reports.undoDecision', { id: first, decisionId: year.id });
    const { town } = (await ask('reports.get', { id: first })).summary;
    const elsewhere = whole.replaceAll(town ?? '', '另山镇');
    const { decision: place } = await ask('reports.decide', {
      id: first,
      field: 'locality',
      value: '另山镇',
    });
    expect([await similarTo(whole), await similarTo(elsewhere)]).toEqual([undefined, first]);
    await ask('reports.undoDecision', { id: first, decisionId: place.id });
    expect(await similarTo(whole)).toBe(first);
  });

  it('takes a report of another place and the same year for no version', async () => {
    const { actualLocality } = (await look(whole)).documents[0]?.metadata ?? {};
    const elsewhere = whole.replaceAll(actualLocality ?? '', '另山镇');
    const [document] = (await look(elsewhere)).documents;
    expect(document?.metadata.actualLocality).toBe('另山镇');
    expect(document?.similarTo).toBeNull();
  });

  it('keeps both apart unless told otherwise, and says so', async () => {
    const outcome = await store(whole);
    expect(outcome).toMatchObject({ status: 'needs-review', code: 'similar' });
    expect(outcome.message).toMatch(/^与已有《.+》很像（相似 \d\d%）/u);
    const [id = ''] = outcome.documentIds;
    expect([await newestOf(first), await newestOf(id)]).toEqual([null, null]);
    await ask('reports.remove', { id });
  });

  it('puts versions in one chain, the newest first to be seen, and takes the link back', async () => {
    const outcome = await store(`${whole}\n附：本次会议还听取了意见建议。`, [0]);
    const [second = ''] = outcome.documentIds;
    expect(outcome).toMatchObject({ status: 'imported' });
    const third = (await store(`${whole}\n附：以上为修改稿。`, [0])).documentIds[0] ?? '';
    expect(await versionsOf(first)).toEqual([first, second, third]);
    expect(await versionsOf(third)).toEqual([first, second, third]);
    expect([await newestOf(first), await newestOf(second), await newestOf(third)]).toEqual([
      third,
      third,
      null,
    ]);
    await ask('reports.remove', { id: third });
    expect(await newestOf(first)).toBe(second);
    await ask('reports.restore', { id: third });
    const { decisions } = (await ask('reports.get', { id: third })).summary;
    const link = decisions.find(({ field }) => field === 'follows');
    await ask('reports.undoDecision', { id: third, decisionId: link?.id ?? '' });
    expect(await newestOf(first)).toBe(second);
    expect(await versionsOf(third)).toEqual([third]);
  });

  it('keeps what a file gave beside the text that was made of it', async () => {
    const html = `<html><body><nav>首页</nav><p>${final.title}</p><p>附：网页稿。${final.text}</p></body></html>`;
    const { previewId } = await ask('imports.preview', {
      source: {
        kind: 'dropped',
        name: '网页.html',
        base64: Buffer.from(html).toString('base64'),
      },
    });
    const { outcomes } = await ask('imports.commit', { previewId, include: [0] });
    const id = outcomes[0]?.documentIds[0] ?? '';
    const origin = await ask('reports.origin', { id });
    const { text } = await ask('reports.get', { id });
    expect(origin).toMatchObject({ sourceName: '网页.html', format: 'html' });
    expect(origin.extracted).toContain('首页');
    expect(text).not.toContain('首页');
    expect((await ask('reports.origin', { id: first })).extracted).toBeNull();
  });
});
