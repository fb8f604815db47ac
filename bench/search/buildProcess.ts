// Run by run.ts in a process of its own: builds one peer, so that its peak memory is its own.
import { normaliseForSearch } from '../../src/shared/text/normalise.ts';
import { generateReports } from './corpus.ts';
import { fts5Bigram } from './peers/fts5.ts';
import { ours } from './peers/ours.ts';

const [, , name, reports, folder = ''] = process.argv;
const sections: string[] = [];
for (const report of generateReports(Number(reports))) {
  sections.push(...report.sections.map(normaliseForSearch));
}
const inputMegabytes = process.memoryUsage().rss / 1e6;
const before = process.cpuUsage();
(name === 'ours' ? ours : fts5Bigram).build(sections, folder);
const { user, system } = process.cpuUsage(before);
// Processor time: a build is too long to be lucky on a busy machine.
const buildMs = (user + system) / 1000;
const peakMegabytes = process.resourceUsage().maxRSS / 1e3 - inputMegabytes;
process.stdout.write(JSON.stringify({ buildMs, peakMegabytes }));
