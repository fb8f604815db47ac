import { cutClauses } from '../../src/shared/text/clauses.ts';
import { normaliseForSearch } from '../../src/shared/text/normalise.ts';
import { generateReports, pick, randomNumbers } from './corpus.ts';

export type QueryClass = '一字' | '二字' | '三四字' | '五至十二字' | '数字' | '几个词' | '没有的';

export interface BenchQuery {
  kind: QueryClass;
  /** Normalised; more than one: all of them must occur in a section. */
  words: string[];
}

/** Words people search for, common ones among them: random passages alone would be too kind. */
const COMMON = {
  二字: ['发展', '建设', '改厕', '招商', '信访', '经济', '农业', '项目', '收入', '增长'],
  三四字: [
    '乡村振兴',
    '安全生产',
    '双招双引',
    '镇政府',
    '人居环境',
    '美丽乡村',
    '合作社',
    '产业发展',
  ],
  几个词: ['发展 建设', '项目 增长', '乡村振兴 产业', '农业 合作社', '收入 增长', '安全 隐患'],
};

/** 184 queries of every class, the same for every size. */
export function listQueries(): BenchQuery[] {
  const random = randomNumbers(7);
  const clauses: string[] = [];
  for (const report of generateReports(40)) {
    for (const section of report.sections) {
      const text = normaliseForSearch(section);
      const bounds = cutClauses(text);
      for (let i = 0; i < bounds.length; i += 2) clauses.push(text.slice(bounds[i], bounds[i + 1]));
    }
  }
  const passage = (shortest: number, longest: number, pattern: RegExp): string => {
    for (;;) {
      const clause = pick(random, clauses);
      const length = shortest + Math.floor(random() * (longest - shortest + 1));
      const start = Math.floor(random() * (clause.length - length + 1));
      const found = clause.slice(start, start + length);
      if (clause.length >= length && pattern.test(found)) return found;
    }
  };
  const words = /^[一-龥]+$/;
  const draw = (kind: QueryClass, count: number, draw: () => string[]): BenchQuery[] =>
    Array.from({ length: count }, () => ({ kind, words: draw() }));
  return [
    ...draw('一字', 16, () => [passage(1, 1, words)]),
    ...COMMON.二字.map((word): BenchQuery => ({ kind: '二字', words: [word] })),
    ...draw('二字', 30, () => [passage(2, 2, words)]),
    ...COMMON.三四字.map((word): BenchQuery => ({ kind: '三四字', words: [word] })),
    ...draw('三四字', 28, () => [passage(3, 4, words)]),
    ...draw('五至十二字', 28, () => [passage(5, 12, words)]),
    ...draw('数字', 24, () => [passage(2, 6, /^\d[\d.]*(?:万|亿|元|%|户|亩)*$/)]),
    ...COMMON.几个词.map((text): BenchQuery => ({ kind: '几个词', words: text.split(' ') })),
    ...draw('几个词', 18, () => [passage(2, 4, words), passage(2, 3, words)]),
    ...draw('没有的', 16, () => [`${passage(2, 3, words)}${passage(1, 2, words)}麒麟`]),
  ];
}
