/*
 * Checking a draft against analysing it, in one run.
 * Run: node bench/review.ts
 */

import { checkReport } from '../src/shared/review/checkReport.ts';
import { matchCommitments } from '../src/shared/review/commitments/matchCommitments.ts';
import { draftOf, sampleReport } from '../src/shared/review/draft.cases.ts';

const neighbours = ['昌城镇', '皇华镇', '辛兴镇', '柳河镇'];
const text = sampleReport('井沟镇').text + sampleReport('昌城镇').text.slice(0, 10_000 - 6354);
const draft = draftOf({ text }, { neighbours });
const report = { ...draft.document, readings: draft.context.readings };

function time(work: () => unknown): number {
  work();
  const times = Array.from({ length: 9 }, () => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const analysing = time(() => draftOf({ text }));
const checking = time(() => checkReport(draft.document, draft.context));
const pairing = time(() => matchCommitments(report, report));
console.log(`${text.length} characters, analysis ${analysing.toFixed(1)} ms`);
console.log(`checking ÷ analysing: ${(checking / analysing).toFixed(3)} (bound 3)`);
console.log(`pairing commitments ÷ analysing: ${(pairing / analysing).toFixed(3)}`);
if (checking > 3 * analysing) process.exitCode = 1;
