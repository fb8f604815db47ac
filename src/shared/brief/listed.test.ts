import { expect, it } from 'vitest';
import { east, names, noteOn, spec, west } from './compose.cases.ts';
import { composeBrief } from './compose.ts';
import { listPassages } from './listed.ts';

const textOf = (id: string) => (id === 'east' ? east : west).text;

it('lists passages under their topics with what was cut from them and the notes on them', () => {
  const words = '投资430万元,完成旱厕改造4774户,群众说“日子越过越好。”';
  const start = east.text.indexOf(words);
  const at = (part: string) => {
    const from = east.text.indexOf(part, start);
    return { start: from, end: from + part.length };
  };
  const cuts = [at('投资430万元,'), at('群众说“日子越过越好。”')];
  const note = noteOn(east, '4774户');
  const brief = composeBrief(
    {
      ...spec,
      chosenOnly: true,
      excerpts: [{ documentId: 'east', start, end: start + words.length, topic: 'T11', cuts }],
    },
    [{ ...east, annotations: [note] }, west],
    names,
  );
  const [, rural] = listPassages(brief, textOf);
  expect(rural).toMatchObject({ topic: 'T11', name: '美丽乡村与人居环境' });
  expect(rural?.passages).toMatchObject([{ text: words, cuts, notes: [note.id], town: '东河镇' }]);
});

it('gives back what makes the same brief again when all of it is taken for chosen by hand', () => {
  const composed = composeBrief(spec, [east, west], names);
  const listed = listPassages(composed, textOf);
  const excerpts = listed.flatMap(({ topic, passages }) =>
    passages.map(({ documentId, start, end, cuts }) => ({
      documentId,
      start,
      end,
      cuts,
      ...(topic === null ? {} : { topic }),
    })),
  );
  const again = composeBrief({ ...spec, chosenOnly: true, excerpts }, [east, west], names);
  expect(again).toEqual(composed);
});
