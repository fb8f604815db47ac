/**
 * What figures are called: how many of the money and per cent figures of labelled reports carry a name of the
 * shared list, and how many of those the right one. Lists every wrong one, and with --unnamed what has none.
 *
 * Run: node scripts/figureNames.ts [--unnamed] bank.json…; without a file the banks of tests/fixtures/figures/named.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { scoreNames } from '../tests/fixtures/figures/nameScore.ts';

const banks = new URL('../tests/fixtures/figures/named/', import.meta.url);
const words = process.argv.slice(2);
const given = words.filter((word) => !word.startsWith('--'));
const files: (string | URL)[] =
  given.length > 0 ? given : readdirSync(banks).map((name) => new URL(name, banks));
const share = (part: number, of: number) => (of === 0 ? '–' : (part / of).toFixed(3));

for (const file of files) {
  const score = scoreNames(JSON.parse(readFileSync(file, 'utf8')));
  const { figures, named, right, wrong, unnamed } = score;
  const name = String(file).replace(/^.*\//, '');
  process.stdout.write(
    `${name}: ${figures} money and per cent figures, named ${share(named, figures)}, right ${share(right, named)}\n`,
  );
  const lists = words.includes('--unnamed') ? [...wrong, ...unnamed] : wrong;
  for (const { label, expected, found, stated } of lists) {
    process.stdout.write(
      `  ${found ?? '–'}\t(${expected ?? '–'})\t${stated}\t${label.indicator}\t${label.quote.replaceAll(/\s/g, '')}\n`,
    );
  }
}
