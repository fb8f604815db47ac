/*
 * Recall and precision of the topic cells, with what is missed and what is out of place: of the three
 * sample town reports against tests/fixtures/comparison/topic-cells.json, and of synthetic reports of
 * other provinces: those of unseen-towns.txt, whose words the vocabulary has learnt since, and that of
 * unseen-later.txt, written after it and never used for it.
 * Run: node bench/topicCells.ts
 */
import { scoreTopicCells, type TopicScore } from '../src/shared/comparison/topicCells.cases.ts';
import { scoreUnseenCells } from '../src/shared/comparison/unseenCells.cases.ts';

const LEAST_RECALL = 0.92;
const LEAST_PRECISION = 0.9;

function tell(what: string, scores: readonly TopicScore[]): { recall: number; precision: number } {
  console.log(`\n${what}`);
  for (const { topic, wanted, found, shown, fitting, missed, wrong } of scores) {
    console.log(
      `${topic}: recall ${share(found, wanted)} of ${wanted}, precision ${share(fitting, shown)} of ${shown}`,
    );
    for (const words of missed) console.log(`   missed: ${words.slice(0, 60)}`);
    for (const words of wrong) console.log(`   out of place: ${words.slice(0, 60)}`);
  }
  const sum = (field: 'wanted' | 'found' | 'shown' | 'fitting'): number =>
    scores.reduce((total, score) => total + score[field], 0);
  const recall = sum('found') / sum('wanted');
  const precision = sum('fitting') / sum('shown');
  console.log(`recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`);
  return { recall, precision };
}

function share(part: number, whole: number): string {
  return whole === 0 ? '—' : (part / whole).toFixed(3);
}

const sample = tell('three sample towns, labelled by hand', scoreTopicCells());
// Its words were new to the vocabulary (0.881 and 0.827 then) and were put into it since.
tell('three synthetic towns of other provinces, seen once', scoreUnseenCells('unseen-towns'));
tell('a synthetic town of yet another province, unseen', scoreUnseenCells('unseen-later'));
const kept = sample.recall >= LEAST_RECALL && sample.precision >= LEAST_PRECISION;
console.log(
  `\n${kept ? '✓' : '×'} sample: recall ≥ ${LEAST_RECALL}, precision ≥ ${LEAST_PRECISION}`,
);
if (!kept) process.exitCode = 1;
