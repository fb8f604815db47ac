import { readFileSync } from 'node:fs';

/** A synthetic report: sections recombined from sentences of the sample, with other figures and towns. */
export interface SyntheticReport {
  title: string;
  sections: string[];
}

export const SECTIONS_A_REPORT = 40;
const SECTION_LENGTH = 180;

/** Deterministic numbers from 0 to 1 (mulberry32): the same corpus on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function readSentences(): string[] {
  const file = new URL('../../resources/sample/weifang-reports.txt', import.meta.url);
  const bodies = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.length > 1000);
  return bodies.flatMap((body) => body.split(/(?<=。)/)).filter((sentence) => sentence.length > 8);
}

const NAME_CHARACTERS = [...'龙虎山河石泉东西南北大小新安平和永兴长清高白青桥沙柳杨李王张刘陈赵'];

function townName(random: () => number): string {
  return `${pick(random, NAME_CHARACTERS)}${pick(random, NAME_CHARACTERS)}镇`;
}

/** Other digits of the same length: every report has its own figures. */
function otherFigures(random: () => number, sentence: string): string {
  return sentence.replace(/\d+/g, (digits) =>
    [...digits]
      .map((_, i) => String(Math.floor(random() * (i === 0 ? 9 : 10)) + (i === 0 ? 1 : 0)))
      .join(''),
  );
}

/** Reports one after the other; the first n of a longer run are those of a shorter one. */
export function* generateReports(count: number): Generator<SyntheticReport> {
  const sentences = readSentences();
  const random = randomNumbers(20_190_429);
  for (let i = 0; i < count; i++) {
    const town = townName(random);
    const sections = Array.from({ length: SECTIONS_A_REPORT }, () => {
      let section = '';
      while (section.length < SECTION_LENGTH) {
        section += otherFigures(random, pick(random, sentences)).replace(/[一-龥]{2}镇/g, town);
      }
      return section;
    });
    yield { title: `${2010 + Math.floor(random() * 15)}年${town}政府工作报告`, sections };
  }
}
