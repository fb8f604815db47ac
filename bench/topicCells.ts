/*
 * Recall and precision of the topic cells of the three sample town reports against
 * tests/fixtures/comparison/topic-cells.json, with what is missed and what is out of place.
 * Run: node bench/topicCells.ts
 */
import { scoreTopicCells } from '../src/shared/comparison/topicCells.cases.ts';

const scores = scoreTopicCells();
const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : (part / whole).toFixed(3);
for (const { topic, wanted, found, shown, fitting, missed, wrong } of scores) {
  console.log(
    `${topic}: recall ${share(found, wanted)} of ${wanted}, precision ${share(fitting, shown)} of ${shown}`,
  );
  for (const words of missed) console.log(`   missed: ${words.slice(0, 60)}`);
  for (const words of wrong) console.log(`   out of place: ${words.slice(0, 60)}`);
}
const sum = (field: 'wanted' | 'found' | 'shown' | 'fitting'): number =>
  scores.reduce((total, score) => total + score[field], 0);
console.log(
  `recall ${share(sum('found'), sum('wanted'))}, precision ${share(sum('fitting'), sum('shown'))}`,
);
