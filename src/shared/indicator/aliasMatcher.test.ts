import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileAliases } from './aliasMatcher.ts';

const words = (minLength: number, maxLength: number) =>
  fc
    .array(fc.constantFrom(...'农村居民收入'), { minLength, maxLength })
    .map((characters) => characters.join(''));

it('finds the longest alias at every position that ends within the words', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(words(2, 5), { maxLength: 30 }),
      words(0, 12),
      fc.nat(4),
      (aliases, text, cut) => {
        const start = Math.min(cut, text.length);
        const end = Math.max(start, text.length - cut);
        const longestAt = (at: number) =>
          aliases
            .filter((alias) => text.startsWith(alias, at) && at + alias.length <= end)
            .sort((a, b) => b.length - a.length)
            .slice(0, 1)
            .map((alias) => ({ start: at, end: at + alias.length, named: alias }));
        const matcher = compileAliases(aliases.map((alias) => [alias, alias] as const));
        expect(matcher.match(text, start, end)).toEqual(
          Array.from({ length: end - start }, (_, by) => longestAt(start + by)).flat(),
        );
      },
    ),
  );
});

it('refuses an alias of one character', () => {
  expect(() => compileAliases([['粮', 'I33']])).toThrow('别名过短');
});
