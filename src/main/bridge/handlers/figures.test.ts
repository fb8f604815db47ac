import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../shared/contract/failure.ts';
import {
  type Input,
  type Output,
  type RouteName,
  routes,
} from '../../../shared/contract/routes.ts';
import type { FigureCorrectionInput } from '../../../shared/contract/schemas/figures.ts';
import { openReader } from '../../ingest/readInWorker.ts';
import { type ServedLibrary, serveLibrary } from '../../library/serve.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

describe('figures on request', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenjian-figures-'));
  const reader = openReader();
  let savePath: string | null = null;
  let library: ServedLibrary;
  let ids: string[];
  beforeAll(async () => {
    library = serveLibrary(
      {
        libraryDir: join(folder, 'library'),
        resourcesDir: join(root, 'resources'),
        fontsDir: join(root, 'node_modules'),
      },
      {
        reader,
        host: {
          chooseFilesToOpen: async () => [],
          chooseFileToSave: async () => savePath,
          chooseFolder: async () => null,
        },
        print: { print: async () => new Uint8Array() },
        emit: () => undefined,
      },
      () => '2026-01-01T00:00:00.000Z',
    );
    await ask('library.openSample', {});
    const { reports } = await ask('reports.list', {});
    ids = ['昌城', '辛兴', '井沟'].map(
      (town) => reports.find(({ title }) => title.includes(town))?.id ?? '',
    );
  });
  afterAll(async () => {
    await library.close();
    await reader.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const send = async (name: RouteName, input: unknown) =>
    (await library.dispatch(name, input)) as Outcome<unknown>;
  /** Holds the answer against the contract. */
  const ask = async <N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const outcome = await send(name, input);
    if (!outcome.ok) throw new Error(outcome.failure.message);
    return routes[name].output.parse(outcome.value) as Output<N>;
  };
  const rowOf = async (name: string, scopes: Input<'indicators.compare'>['scopes'] = ['town']) => {
    const { rows } = await ask('indicators.compare', { ids, scopes });
    return rows.find((row) => row.name === name);
  };
  const revenue = async () => {
    const row = await rowOf('地方财政收入');
    return row?.cells.map(({ actual }) => actual.map(({ normalizedValue }) => normalizedValue));
  };
  const correct = async (correction: FigureCorrectionInput) => {
    const reading = (await rowOf('地方财政收入'))?.cells[1]?.actual[0];
    return ask('indicators.correct', { id: ids[1] ?? '', ...place(reading), correction });
  };
  const place = (reading: { start: number; end: number; name: string } | undefined) => {
    if (!reading) throw new Error('no reading there');
    return { start: reading.start, end: reading.end, name: reading.name };
  };
  const change = {
    kind: 'change',
    key: 'I01',
    name: '地方财政收入',
    nature: 'actual',
    scope: 'town',
  } as const;

  it('stand in one row for each definition, results apart from targets', async () => {
    expect(await revenue()).toEqual([[18700], [6436], [4003.8]]);
    const total = await rowOf('财政总收入');
    expect(total?.cells.map(({ actual }) => actual.length)).toEqual([0, 1, 1]);
    expect(total?.cells.flatMap(({ target }) => target)).toEqual([]);
    expect(total?.note).toContain('口径不同');
  });

  it('of a firm never stand in the row of the town', async () => {
    const { rows } = await ask('indicators.compare', { ids, scopes: ['town', 'firm'] });
    const taxes = rows.filter(({ cells }) =>
      cells.some(({ actual }) => actual.some(({ normalizedValue }) => normalizedValue === 1477)),
    );
    expect(taxes.map(({ scope }) => scope)).toEqual(['firm']);
  });

  it('give what follows from them under the row they stand in', async () => {
    const { rows, derived } = await ask('indicators.compare', { ids });
    const cost = derived.find(({ kind, unit }) => kind === 'unit-cost' && unit === '元/户');
    expect(cost?.cells.map(({ figures }) => figures.map(({ value }) => value))).toEqual([
      [901],
      [1290],
      [],
    ]);
    expect(rows.map(({ id }) => id)).toContain(cost?.under);
    const before = derived.find(
      ({ kind, under }) => kind === 'last-year' && under.includes('|I01|'),
    );
    expect(before?.cells.map(({ figures }) => figures[0]?.value)).toEqual([
      16246.7,
      3644.4,
      undefined,
    ]);
  });

  it('are converted exactly when corrected in another unit, and come back when undone', async () => {
    const { correctionId } = await correct({ ...change, value: '1.11', unit: '亿元' });
    expect(await revenue()).toEqual([[18700], [11100], [4003.8]]);
    const { corrections } = await ask('indicators.compare', { ids });
    expect(corrections.map(({ id, wording }) => [id, wording])).toEqual([
      [correctionId, '6436万元'],
    ]);
    await ask('indicators.undoCorrection', { id: ids[1] ?? '', correctionId });
    expect(await revenue()).toEqual([[18700], [6436], [4003.8]]);
    const again = await send('indicators.undoCorrection', { id: ids[1], correctionId });
    expect(again).toMatchObject({ ok: false, failure: { code: 'no-correction' } });
  });

  it('are gone where a person said that they are none, also from the report itself', async () => {
    const { correctionId } = await correct({ kind: 'not-figure' });
    expect(await revenue()).toEqual([[18700], [], [4003.8]]);
    const { readings } = await ask('indicators.ofReport', { id: ids[1] ?? '' });
    expect(readings.some(({ normalizedValue }) => normalizedValue === 6436)).toBe(false);
    await ask('indicators.undoCorrection', { id: ids[1] ?? '', correctionId });
  });

  it('keep a unit that nobody listed as it was typed', async () => {
    const { correctionId } = await correct({ ...change, key: null, value: '7', unit: '驮' });
    expect((await rowOf('地方财政收入'))?.cells[1]?.actual).toEqual([]);
    const { rows } = await ask('indicators.compare', { ids });
    expect(rows.filter(({ unit }) => unit === '驮')).toHaveLength(1);
    await ask('indicators.undoCorrection', { id: ids[1] ?? '', correctionId });
  });

  it('take a corrected period, growth and scope, and keep what is left unsaid', async () => {
    const { correctionId } = await correct({
      ...change,
      value: '6436',
      unit: '万元',
      period: '2017',
      growth: { percent: '-3.5', kind: 'year-on-year' },
    });
    const reading = (await rowOf('地方财政收入'))?.cells[1]?.actual[0];
    expect(reading).toMatchObject({ period: '2017', growthPercent: -3.5, precision: null });
    await ask('indicators.undoCorrection', { id: ids[1] ?? '', correctionId });
    const county = await correct({ ...change, value: '6436', unit: '万元', scope: 'county' });
    expect(await revenue()).toEqual([[18700], [], [4003.8]]);
    await ask('indicators.undoCorrection', { id: ids[1] ?? '', correctionId: county.correctionId });
    const back = (await rowOf('地方财政收入'))?.cells[1]?.actual[0];
    expect(back).toMatchObject({ period: '2018', growthPercent: 76.6 });
  });

  it('are not left without a value and a growth', async () => {
    const reading = (await rowOf('地方财政收入'))?.cells[1]?.actual[0];
    const correction = { ...change, value: null, unit: null, growth: null };
    expect(
      await send('indicators.correct', { id: ids[1], ...place(reading), correction }),
    ).toMatchObject({ ok: false, failure: { code: 'bad-number' } });
  });

  it('stand under an indicator by the name that was assigned to it, in every report', async () => {
    const { rows } = await ask('indicators.compare', { ids });
    const unmatched = rows.find(({ key, unit }) => key === null && unit !== null);
    const name = unmatched?.name ?? '';
    expect(await ask('indicators.find', { query: '地方财政收入' })).toEqual({ figures: [] });
    expect(await ask('indicators.assign', { name, key: 'I01' })).toEqual({ previous: null });

    const after = await ask('indicators.compare', { ids });
    expect(after.rows.some((row) => row.key === null && row.name === name)).toBe(false);
    expect(after.assigned).toEqual([{ name, indicator: '地方财政收入' }]);
    const found = await ask('indicators.find', { query: '财政 收入' });
    expect(found.figures.length).toBeGreaterThan(0);
    expect(new Set(found.figures.map((figure) => figure.name))).toEqual(new Set(['地方财政收入']));

    expect(await ask('indicators.assign', { name, key: null })).toEqual({ previous: 'I01' });
    expect((await ask('indicators.compare', { ids })).rows).toEqual(rows);
    expect(await send('indicators.assign', { name, key: 'I999' })).toMatchObject({
      ok: false,
      failure: { code: 'no-indicator' },
    });
  });

  it('are found by a name the person gave them', async () => {
    const { correctionId } = await correct({
      ...change,
      key: null,
      name: '本级可用财力',
      value: '6436',
      unit: '万元',
    });
    const { figures } = await ask('indicators.find', { query: '可用财力' });
    expect(figures).toMatchObject([{ documentId: ids[1], name: '本级可用财力' }]);
    await ask('indicators.undoCorrection', { id: ids[1] ?? '', correctionId });
    expect(await ask('indicators.find', { query: '可用财力' })).toEqual({ figures: [] });
  });

  it('cannot be corrected where none stands', async () => {
    const input = { id: ids[0], start: 0, end: 3, name: '', correction: { kind: 'not-figure' } };
    expect(await send('indicators.correct', input)).toMatchObject({
      ok: false,
      failure: { code: 'no-figure' },
    });
  });

  it('keep the person’s rows in the order they were pinned', async () => {
    await ask('indicators.pin', { row: '乙', pinned: true });
    await ask('indicators.pin', { row: '甲', pinned: true });
    expect((await ask('indicators.compare', { ids })).pinned).toEqual(['乙', '甲']);
    await ask('indicators.pin', { row: '乙', pinned: false });
    expect((await ask('indicators.compare', { ids })).pinned).toEqual(['甲']);
  });

  it('are written only where the person says, and a picture only if it is one', async () => {
    const asked = { ids, format: 'csv', atLeast: 3 } as const;
    expect(await ask('indicators.export', asked)).toEqual({ fileName: null });
    savePath = join(folder, '表.csv');
    expect(await ask('indicators.export', asked)).toEqual({ fileName: '表.csv' });
    const lines = readFileSync(savePath, 'utf8').trimEnd().split('\r\n');
    expect(lines.filter((line) => line.includes(',地方财政收入,万元,实绩,'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes(',财政总收入,'))).toHaveLength(0);
    const { rows } = await ask('indicators.compare', { ids });
    const [first, second] = rows.filter(({ cells }) => cells.some(({ actual }) => actual.length));
    await ask('indicators.export', {
      ...asked,
      atLeast: 1,
      rows: [second?.id ?? '', first?.id ?? ''],
      natures: ['actual'],
    });
    const shown = readFileSync(savePath, 'utf8').trimEnd().split('\r\n').slice(1);
    expect([...new Set(shown.map((line) => line.split(',')[1]))]).toEqual([
      second?.name,
      first?.name,
    ]);
    expect([...new Set(shown.map((line) => line.split(',')[3]))]).toEqual(['实绩']);
    savePath = join(folder, '图.png');
    const png = Buffer.from('<script>').toString('base64');
    expect(await send('indicators.savePicture', { name: '图', png })).toMatchObject({
      ok: false,
      failure: { code: 'no-picture' },
    });
  });
});
