import { createHash } from 'node:crypto';
import { openLibrary } from '../../src/main/library/openLibrary.ts';
import type { NewReport } from '../../src/main/store/libraryStore.ts';
import { sectionRoleSchema } from '../../src/shared/contract/schemas/report.ts';
import type { Section } from '../../src/shared/report/report.ts';
import { generateReports, type SyntheticReport } from './corpus.ts';

const ROLES = sectionRoleSchema.options;
const AT_ONCE = 3000;
const YEARS = 10;
const TOWNS_A_COUNTY = 12;
const COUNTIES_A_CITY = 8;

/** Every place has a name of its own, and keeps it over its ten years. */
function townOf(place: number): string {
  const letters = [...'龙虎山河石泉东西南北大小新安平和永兴长清高白青桥沙柳杨李王张刘陈赵'];
  const first = letters[place % letters.length] ?? '';
  const second = letters[Math.floor(place / letters.length) % letters.length] ?? '';
  return `${first}${second}镇`;
}

/** As an import would hand it over, with what is found of it made up: 40 headings, a place, two years. */
function toNewReport({ sections: written }: SyntheticReport, at: number): NewReport {
  const place = Math.floor(at / YEARS);
  const county = Math.floor(place / TOWNS_A_COUNTY);
  const town = townOf(place);
  const planYear = 2010 + (at % YEARS);
  const title = `${planYear}年${town}政府工作报告`;
  let start = 0;
  const sections = written.map((section, ordinal): Section => {
    const end = start + Math.max(4, section.search(/[,，。、:：;；]/));
    const found: Section = {
      nodeKind: 'heading',
      level: ordinal % 5 === 0 ? 1 : 2,
      label: null,
      heading: section.slice(0, end - start),
      start,
      end,
      endCertain: true,
      role: ROLES[Math.floor((ordinal / written.length) * ROLES.length)] ?? null,
      topics: [`T${String(1 + (ordinal % 20)).padStart(2, '0')}`],
    };
    start += section.length + 1;
    return found;
  });
  const text = written.join('\n');
  return {
    title,
    titleLine: title,
    text,
    retrievedOn: null,
    fingerprint: createHash('sha256').update(`${at}`).digest('hex'),
    sketch: '',
    findings: {
      analysis: {
        kind: 'annual-report',
        metadata: {
          statedLocality: town,
          actualLocality: town,
          county: `第${county}县`,
          prefecture: `第${Math.floor(county / COUNTIES_A_CITY)}市`,
          province: null,
          reviewYear: planYear - 1,
          planYear,
          meeting: null,
          congressTerm: null,
          sessionNumber: null,
          deliveredOn: null,
          speaker: null,
          speakerTitle: null,
          signedBy: null,
          retrievedOn: null,
          sourceLabel: null,
        },
        evidence: [],
        sections,
        passages: [],
        terms: [],
        notices: [],
      },
      figures: { readings: [], unsure: [] },
    },
  };
}

/** A library of synthetic reports as the app opens it, every town with ten years. */
export async function makeProvince(libraryDir: string, count: number): Promise<void> {
  const { store, connection } = openLibrary(libraryDir, { now: () => new Date().toISOString() });
  let documents: NewReport[] = [];
  const add = async () => {
    const batch = {
      sourceName: '合成.txt',
      format: 'txt',
      encoding: 'utf-8',
      fromSample: false,
      documents,
      discarded: [],
      author: '',
    };
    await store.addImports([batch]);
    documents = [];
  };
  let at = 0;
  for (const report of generateReports(count)) {
    documents.push(toNewReport(report, at++));
    if (documents.length === AT_ONCE) await add();
  }
  if (documents.length > 0) await add();
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}
