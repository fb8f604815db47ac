import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseForSearch } from '../../shared/text/normalise.ts';
import { createTextSearch, SEARCH_SCHEMA, type TextSearch } from './index.ts';

interface Library {
  texts: Map<number, string>;
  textSearch: TextSearch;
}

function library(texts: readonly string[]): Library {
  const connection = new Database(':memory:');
  connection.exec(SEARCH_SCHEMA);
  const textSearch = createTextSearch(connection);
  const kept = new Map<number, string>();
  const half = texts.length / 2;
  const add = (text: string, i: number) => {
    textSearch.addDocument({ documentKey: i + 1, title: '', text });
    kept.set(i + 1, text);
  };
  // Half in one segment, half in one each, then some removed and some merged.
  connection.transaction(() => textSearch.batch(() => texts.slice(0, half).forEach(add)))();
  texts.forEach((text, i) => {
    if (i >= half) connection.transaction(() => add(text, i))();
  });
  for (const key of [...kept.keys()].filter((key) => key % 5 === 0)) {
    connection.transaction(() => textSearch.removeDocument(key))();
    kept.delete(key);
  }
  textSearch.maintain();
  return { texts: kept, textSearch };
}

/** What a find dialog would highlight: occurrences from left to right that do not overlap. */
function scan(texts: ReadonlyMap<number, string>, literal: string): string[] {
  const wanted = normaliseForSearch(literal);
  const found: string[] = [];
  for (const [key, text] of [...texts].sort(([left], [right]) => left - right)) {
    const normalised = normaliseForSearch(text);
    for (let at = normalised.indexOf(wanted); at >= 0; ) {
      found.push(`${key}@${at}`);
      at = normalised.indexOf(wanted, at + wanted.length);
    }
  }
  return found;
}

function search(textSearch: TextSearch, query: string): string[] {
  const answer = textSearch.search({ query, limit: 1, allOffsets: true });
  expect(answer.hits).toHaveLength(answer.total);
  return answer.hits.map(({ documentKey, start }) => `${documentKey}@${start}`);
}

const SAMPLE = readFileSync(
  new URL('../../../resources/sample/weifang-reports.txt', import.meta.url),
  'utf8',
);
const sampleTexts = SAMPLE.split('\n').filter((line) => line.length > 200);
const sample = library(sampleTexts);

/** A passage of a text, 1 to 24 characters, that can be typed inside quotes. */
const passageOf = (text: string) =>
  fc
    .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 24 }))
    .map(([start, length]) => text.slice(start, start + length))
    .filter((passage) => passage.trim() !== '' && !/["“”＂「」]/.test(passage));

test('every passage of the sample is found wherever it stands, and nowhere else', () => {
  const passage = fc.constantFrom(...sampleTexts).chain(passageOf);
  fc.assert(
    fc.property(passage, (literal) => {
      expect(search(sample.textSearch, `"${literal}"`)).toEqual(scan(sample.texts, literal));
    }),
    { numRuns: 400 },
  );
});

test('a passage without white space needs no quotes', () => {
  const passage = fc
    .constantFrom(...sampleTexts)
    .chain(passageOf)
    .filter((literal) => /^[\p{Script=Han}\d][^\s]*$/u.test(literal));
  fc.assert(
    fc.property(passage, (literal) => {
      expect(search(sample.textSearch, literal)).toEqual(scan(sample.texts, literal));
    }),
    { numRuns: 200 },
  );
});

const alphabets = {
  'few characters, often repeated': '天天元1,',
  'numbers and marks': '0011.5,%-。 亩',
  'rare characters and pairs of units': '𠮷㎡龘①é\u0000\ufeff、x\n',
};

test.each(Object.entries(alphabets))(
  'synthetic texts of %s are searched exactly',
  (_, alphabet) => {
    const unit = fc.constantFrom(...alphabet);
    const texts = fc.array(fc.string({ unit, maxLength: 40 }), { minLength: 1, maxLength: 12 });
    const literal = fc.string({ unit, minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.array(literal, { minLength: 8, maxLength: 8 }), (written, literals) => {
        const { texts: kept, textSearch } = library(written);
        for (const wanted of literals) {
          if (wanted.trim() === '') continue;
          expect(search(textSearch, `"${wanted}"`)).toEqual(scan(kept, wanted));
        }
      }),
      { numRuns: 60 },
    );
  },
);

test('a passage longer than a stored piece is found, and so are passages across pieces', () => {
  const text = Array.from({ length: 900 }, (_, i) => `第${i}件,`).join('');
  const long = library([text]);
  fc.assert(
    fc.property(fc.nat(text.length - 450), fc.integer({ min: 1, max: 450 }), (start, length) => {
      const literal = text.slice(start, start + length);
      expect(search(long.textSearch, `"${literal}"`)).toEqual(scan(long.texts, literal));
    }),
    { numRuns: 60 },
  );
});

test('several words are found in exactly the paragraphs that hold them all', () => {
  const unit = fc.constantFrom(...'镇村路亩1,\n\n');
  const text = fc.string({ unit, minLength: 1, maxLength: 80 });
  const word = fc.string({ unit: fc.constantFrom(...'镇村路亩1'), minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 6 }),
      word,
      word,
      word,
      (written, a, b, c) => {
        fc.pre(a !== b);
        const { texts: kept, textSearch } = library(written);
        const answer = textSearch.search({
          query: `${a} ${b} -${c.replace(/^1/, '路')}`,
          limit: 1,
          allOffsets: true,
          within: 'section',
        });
        const expected = [...kept]
          .sort(([left], [right]) => left - right)
          .flatMap(([key, whole]) => {
            const spans = new Set<string>();
            let start = 0;
            for (const line of whole.split('\n')) {
              if (line.includes(a) && line.includes(b) && !line.includes(c.replace(/^1/, '路'))) {
                for (const one of [a, b]) {
                  for (const found of scan(new Map([[0, line]]), one)) {
                    const at = start + Number(found.slice(2));
                    spans.add(`${key}@${String(at).padStart(3)}-${at + one.length}`);
                  }
                }
              }
              start += line.length + 1;
            }
            return [...spans].sort();
          });
        const found = answer.hits
          .map(
            ({ documentKey, start, end }) => `${documentKey}@${String(start).padStart(3)}-${end}`,
          )
          .sort();
        expect(found).toEqual(expected.sort());
      },
    ),
    { numRuns: 150 },
  );
});

test('words near each other are found wherever so few characters lie between', () => {
  const unit = fc.constantFrom(...'镇村路亩,\n');
  const text = fc.string({ unit, minLength: 1, maxLength: 60 });
  const word = fc.constantFrom(...'镇村路亩');
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 6 }),
      fc.tuple(word, word, fc.nat(6), word, fc.nat(6)),
      (written, [a, b, distance, c, further]) => {
        const { texts: kept, textSearch } = library(written);
        const found = (query: string) =>
          textSearch
            .search({ query, limit: 1, allOffsets: true, within: 'document' })
            .hits.map(({ documentKey, start }) => `${documentKey}@${start}`)
            .sort();
        /** Documents that hold such a pair, and in each the places of its words. */
        const placesNear = (one: string, other: string, apart: number) =>
          [...kept].map(([key, whole]) => {
            const isPair = (i: number, j: number) =>
              i !== j && whole[i] === one && whole[j] === other && Math.abs(i - j) - 1 <= apart;
            const all = Array.from({ length: whole.length }, (_, i) => i);
            const places = all.filter((i) => all.some((j) => isPair(i, j) || isPair(j, i)));
            return { key, places: places.map((i) => `${key}@${i}`) };
          });
        const pairs = placesNear(a, b, distance);
        expect(found(`${a} 近${distance} ${b}`)).toEqual(
          pairs.flatMap(({ places }) => places).sort(),
        );
        const next = placesNear(b, c, further);
        const both = pairs.flatMap(({ places }, i) => {
          const others = next[i]?.places ?? [];
          return places.length > 0 && others.length > 0 ? [...new Set([...places, ...others])] : [];
        });
        expect(found(`${a} 近${distance} ${b} 近${further} ${c}`)).toEqual(both.sort());
      },
    ),
    { numRuns: 150 },
  );
});
